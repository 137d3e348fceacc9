"""How many of a country's facts ought to be compared with their sources again, as one figure and a word."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from comity.atlas.rules.fact import Cited, Dated

AGEING_ABOVE = 0
STALE_ABOVE = 0.25
"""The share of facts that are due above which the whole is ageing, and stale: our judgement; no source sets it."""


@dataclass(frozen=True, slots=True)
class Staleness:
    """`checked` is the last day on which any of the facts was compared with its source; None where there is none."""

    facts: int
    due: int
    checked: date | None

    @property
    def word(self) -> str:
        """“fresh”, “ageing” or “stale”; “unknown” where there is no fact."""
        if not self.facts:
            return "unknown"
        share = self.due / self.facts
        return "stale" if share > STALE_ABOVE else "ageing" if share > AGEING_ABOVE else "fresh"


def still_told(fact: Cited, day: date) -> bool:
    """Whether the fact says something of `day` or later. What has ended is history: nobody need compare it again."""
    return not (isinstance(fact, Dated) and fact.end is not None and fact.end <= day)


def is_due(fact: Cited, day: date) -> bool:
    """Whether somebody should compare the fact with its source."""
    return still_told(fact, day) and fact.due <= day


def staleness(facts: Iterable[Cited], day: date) -> Staleness:
    """The figure over those facts that still tell something on `day`."""
    told = [fact for fact in facts if still_told(fact, day)]
    return Staleness(
        len(told), sum(fact.due <= day for fact in told), max((fact.checked for fact in told), default=None)
    )
