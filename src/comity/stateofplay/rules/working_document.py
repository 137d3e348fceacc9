"""A working document on a gap as a value: model elements, safeguards, examples, and the draft. Looks nothing up."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from comity.atlas.queries.fact import FactView
from comity.kernel.sayable import said
from comity.kernel.words import noted
from comity.stateofplay.rules.amendment import AmendmentState, AmendmentWords


@dataclass(frozen=True, slots=True)
class Gap:
    """A power of a country on a day: `level` is full, partial, none, unknown or disputed, by these facts."""

    country: str
    country_name: str
    article: str
    level: str
    facts: tuple[FactView, ...]

    @property
    def open(self) -> bool:
        return self.level != "full"

    @property
    def says(self) -> str:
        """The level in a sentence."""
        return said(_SAYS[self.level])


_SAYS = {
    "full": noted("The atlas records the power as full."),
    "partial": noted("The atlas records the power in part."),
    "none": noted("The atlas records that the power is lacking."),
    "unknown": noted("Nothing is recorded of this power: find out first. That is not the same as lacking it."),
    "disputed": noted("Sources disagree on this power: settle that first."),
}


@dataclass(frozen=True, slots=True)
class Example:
    """A country whose power is full, with the provision where it is recorded."""

    country: str
    country_name: str
    provision: str
    ordered_by: str
    threshold: str
    duration: str
    safeguards: str
    facts: tuple[FactView, ...]


@dataclass(frozen=True, slots=True)
class CheckView:
    """A model element or a safeguard: `covered` is None where nobody has looked at it."""

    id: str
    says: str
    optional: bool
    fact: FactView
    covered: bool | None

    @property
    def word(self) -> str:
        return {True: noted("covered"), False: noted("not covered"), None: noted("not looked at")}[self.covered]


@dataclass(frozen=True, slots=True)
class StepView:
    state: AmendmentState
    day: date
    remark: str
    source: str
    by: str
    noted_at: datetime


@dataclass(frozen=True, slots=True)
class DraftView:
    """What the node keeps of a draft: its words, and its steps, the first one first."""

    number: int
    version: int
    state: AmendmentState
    words: AmendmentWords
    started_by: str
    steps: tuple[StepView, ...]


@dataclass(frozen=True, slots=True)
class WorkingDocument:
    """All that is known of a gap. `draft` is the newest; `earlier` were dropped or are in force."""

    gap: Gap
    title: str
    law: str
    day: date
    aim: str
    aim_fact: FactView
    elements: tuple[CheckView, ...]
    safeguards: tuple[CheckView, ...]
    examples: tuple[Example, ...]
    draft: DraftView | None
    earlier: tuple[DraftView, ...]

    @property
    def pack(self) -> str:
        """The pack that holds the country's facts."""
        return f"countries/{self.gap.country.lower()}"

    @property
    def covered(self) -> int:
        return sum(each.covered is True for each in self.elements)

    @property
    def answered(self) -> int:
        return sum(each.covered is True for each in self.safeguards)
