"""A capacity-building project as its documents state it: what, for whom, with what. How it goes on is not here."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Literal

from pydantic import Field

from comity.atlas.rules.fact import Cited, Country, Frozen


class Statement(Cited):
    """Words of a document, as they stand there."""

    says: str


class StatedBudget(Statement):
    """`approximate` where the document says “ca.”."""

    amount: Decimal = Field(gt=0, decimal_places=2)
    currency: str = Field(pattern=r"^[A-Z]{3}$")
    approximate: bool = False


class StatedDuration(Statement):
    """Both days belong to the project; `months` is what the document counts."""

    starts: date
    ends: date
    months: int = Field(gt=0)


class StatedArea(Statement):
    """The countries that a project is for, in the document's order."""

    countries: tuple[Country, ...]


class StatedResult(Statement):
    """An expected result, by its number."""

    number: int = Field(ge=1)


class Achievement(Statement):
    """What the project says it has achieved; `result` is the expected result that we read it as serving."""

    result: int | None = None


class StatedBody(Statement):
    """Who funds, implements or is a partner; `says` is its name."""


class StatedOutput(Statement):
    """What the project makes to reach expected result `result`; `number` as the project counts, “2.1”."""

    result: int = Field(ge=1)
    number: str = Field(pattern=r"^[0-9]+(\.[0-9]+)+$", max_length=20)


class StatedPeriod(Frozen):
    """Both days belong to the period."""

    starts: date
    ends: date
    target: Decimal | None = Field(default=None, decimal_places=2)


class StatedIndicator(Statement):
    """What is counted for the expected result or output `of` (its number), from which baseline, by which target.

    `measure` names a figure that a node computes itself; empty where people enter what was reached.
    """

    of: str = Field(max_length=20)
    number: str = Field(max_length=20)
    unit: str = Field(default="", max_length=60)
    direction: Literal["up", "down"] = "up"
    measure: str = Field(default="", max_length=60)
    baseline: Decimal | None = Field(default=None, decimal_places=2)
    baseline_on: date | None = None
    baseline_source: str = ""
    periods: tuple[StatedPeriod, ...] = ()


class Project(Frozen):
    """`theme` is the half of its name that says what it is about."""

    id: str = Field(pattern=r"^[a-z0-9-]+$")
    name: str
    theme: str
    title: Statement
    budget: StatedBudget
    duration: StatedDuration
    area: StatedArea
    implementation: Statement
    funders: tuple[StatedBody, ...] = ()
    implementers: tuple[StatedBody, ...] = ()
    partners: tuple[StatedBody, ...] = ()
    objective: Statement
    results: tuple[StatedResult, ...]
    achievements: tuple[Achievement, ...] = ()
    outputs: tuple[StatedOutput, ...] = ()
    indicators: tuple[StatedIndicator, ...] = ()


class ProjectPack(Frozen):
    """`project.yaml`."""

    project: Project
