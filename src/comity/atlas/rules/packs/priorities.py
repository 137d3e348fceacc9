"""Strategic priorities that countries agreed on, and the indicators by which one sees how far a country has come."""

from __future__ import annotations

from datetime import date
from enum import StrEnum

from pydantic import Field

from comity.atlas.rules.fact import Cited, Frozen


class Looks(StrEnum):
    """Where an indicator finds its fact."""

    POWER = "power"
    OBSERVATION = "observation"
    AUTHORITY = "authority"
    MEMBERSHIP = "membership"
    ANSWER = "answer"


class Indicator(Cited):
    """What is looked at: `looks` says where, `target` at which article, topic, function, instrument or question."""

    id: str = Field(pattern=r"^[a-z0-9-]+$")
    says: str
    looks: Looks
    target: str
    weight: int = Field(default=1, ge=1)


class Priority(Cited):
    """One priority; `name` is worded as adopted."""

    number: int = Field(ge=1)
    name: str
    indicators: tuple[Indicator, ...] = ()


class PriorityList(Frozen):
    id: str = Field(pattern=r"^[a-z0-9-]+$")
    title: str
    adopted: date | None = None
    priorities: tuple[Priority, ...]


class PrioritiesPack(Frozen):
    """`priorities.yaml`."""

    priorities: PriorityList
