"""An instrument: its articles, what it lets one State ask of another, its clocks, parties and their statements."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from enum import StrEnum

from pydantic import Field

from comity.atlas.rules.fact import Cited, Country, Dated, Frozen
from comity.atlas.rules.measure import DataType, Measure
from comity.atlas.rules.packs.channels import Channel


class InstrumentType(StrEnum):
    TREATY = "treaty"
    PROTOCOL = "protocol"
    CHANNEL = "channel"
    PRINCIPLE = "principle"


class Membership(StrEnum):
    """Where a State stands towards an instrument."""

    PARTY = "party"
    SIGNATORY = "signatory"
    SUSPENDED = "suspended"
    NONE = "none"


class Effect(StrEnum):
    """What a reservation or declaration changes for the planner; `text` carries it to the reader without a rule."""

    CENTRAL_ONLY = "central-only"
    DUAL_CRIMINALITY = "dual-criminality"
    NOT_APPLIED = "not-applied"
    NOTIFY_SIMULTANEOUSLY = "notify-simultaneously"
    UNDER_SUPERVISION = "under-supervision"
    TEXT = "text"


class Article(Cited):
    """An article in our own words. `equivalent` names the Convention's article that asks for the same power;
    `substitutes` are the powers that may stand in where domestic law lacks the one that the article asks for, and
    `substitutes_cost` is what that costs."""

    title: str
    says: str = ""
    equivalent: str | None = None
    substitutes: tuple[str, ...] = ()
    substitutes_cost: str = ""


class Basis(Frozen):
    """What an article lets a Party ask for, by which channels, and which domestic power must carry it out.

    `powers` are all needed, on the side that carries the measure out; `helped_by` are powers whose lack is a
    condition, not an obstacle, by kind of data. `refusals` are articles with grounds. `urgent_only` limits
    the article to urgent circumstances. `requirements` are what every request on this basis must do; `conditions`
    are what makes it less than an obligation of the other side.
    """

    article: str
    measure: Measure
    data: tuple[DataType, ...] = (DataType.SUBSCRIBER, DataType.TRAFFIC, DataType.CONTENT)
    channels: tuple[Channel, ...]
    powers: tuple[str, ...] = ()
    helped_by: Mapping[DataType, tuple[str, ...]] = Field(default_factory=dict)
    refusals: tuple[str, ...] = ()
    clocks: tuple[str, ...] = ()
    dual_criminality: bool | None = None
    urgent_only: bool = False
    requirements: tuple[str, ...] = ()
    conditions: tuple[str, ...] = ()


class LegalPeriod(Cited):
    """A legal period in days: at least, or at most, from an event. What it means for a request, packs/clocks says."""

    article: str
    label: str
    days: int
    bound: str = Field(pattern="^(at least|at most)$")
    start: str = Field(alias="from")


class Act(StrEnum):
    """What a ground lets the requested State do."""

    REFUSE = "refuse"
    POSTPONE = "postpone"
    CONDITION = "condition"


class Ground(Cited):
    """A ground on which the article lets the requested State refuse, postpone, or set a condition.

    `id` names it within the instrument. `reserved` limits it to Parties that reserved the right.
    """

    id: str
    article: str
    act: Act
    says: str
    reserved: bool = False

    def under(self, article: str) -> bool:
        """Whether it stands in `article`: “29(5)” holds “29(5)(a)”."""
        return self.article == article or self.article.startswith(f"{article}(")


class Statement(Dated[Effect]):
    """A reservation or declaration of a Party to an article."""

    article: str
    says: str


class InstrumentFile(Frozen):
    """The instrument itself. `requires` are instruments a State must be Party to as well. `everyone` is what holds for
    a State that `parties` does not name; without it, nothing is known of such a State."""

    id: str
    title: str
    short: str
    reference: str = ""
    type: InstrumentType
    opened: date | None = None
    in_force: tuple[Dated[bool], ...]
    requires: tuple[str, ...] = ()
    articles: Mapping[str, Article] = Field(default_factory=dict)
    bases: tuple[Basis, ...] = ()
    clocks: Mapping[str, LegalPeriod] = Field(default_factory=dict)
    grounds: tuple[Ground, ...] = ()
    everyone: tuple[Dated[Membership], ...] = ()


class InstrumentPack(Frozen):
    """`instrument.yaml`, `parties.yaml` (by country) and `statements.yaml` (by country)."""

    instrument: InstrumentFile
    parties: Mapping[Country, tuple[Dated[Membership], ...]] = Field(default_factory=dict)
    statements: Mapping[Country, tuple[Statement, ...]] = Field(default_factory=dict)
