"""A fact as a reader sees it: its value in words, its source with place and address, its age and its confidence."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Any

from comity.atlas.rules.edit import SUPPOSED
from comity.atlas.rules.fact import Cited, Dated
from comity.atlas.rules.packs.sources import SourceEntry
from comity.kernel.sayable import sayable
from comity.kernel.words import noted

FRESH_FOR = 2
AGEING_FOR = 5
"""Years after which an observation is ageing, and stale: our judgement, since no source sets it."""


class Age(StrEnum):
    """How old an observation is on the day asked about. What is written in a treaty does not age."""

    FRESH = "fresh"
    AGEING = "ageing"
    STALE = "stale"

    @classmethod
    def of(cls, observed: date | None, day: date) -> Age:
        years = (day - observed).days / 365.25 if observed else 0
        return cls.FRESH if years <= FRESH_FOR else cls.AGEING if years <= AGEING_FOR else cls.STALE

    @property
    def word(self) -> str:
        """As it stands within a line."""
        return _AGES[self]


_AGES = {Age.FRESH: noted("fresh"), Age.AGEING: noted("ageing"), Age.STALE: noted("stale")}


@dataclass(frozen=True, slots=True)
class FactView:
    """A fact with its source resolved. `value` is empty for what is cited without a value of its own."""

    value: str
    start: date | None
    end: date | None
    observed: date | None
    source: str
    pinpoint: str
    address: str
    checked: date
    confidence: str
    assumed: bool
    disputed: bool
    age: Age
    note: str
    place: str = ""


def fact_view(fact: Cited, sources: Mapping[str, SourceEntry], day: date) -> FactView:
    """The fact as of `day`. A fact that was only supposed says so in place of a source."""
    entry = sources.get(fact.source)
    supposed = sayable("supposed, to see what would follow") if fact.source == SUPPOSED else fact.source
    dated = fact if isinstance(fact, Dated) else None
    return FactView(
        value=in_words(dated.value) if dated else "",
        start=dated.start if dated else None,
        end=dated.end if dated else None,
        observed=dated.observed if dated else None,
        source=entry.title if entry else supposed,
        pinpoint=fact.at,
        address=entry.address if entry else "",
        checked=fact.checked,
        confidence=fact.confidence.value,
        assumed=fact.confidence.assumed,
        disputed=bool(dated and dated.disputed),
        age=Age.of(dated.observed if dated else None, day),
        note=sayable("Supposed.") if fact.source == SUPPOSED else fact.note,
        place=fact.place,
    )


def in_words(value: Any) -> str:
    """A fact's value as text: yes and no for truth values, commas between the items of a list."""
    if isinstance(value, bool):
        return "yes" if value else "no"
    return ", ".join(map(str, value)) if isinstance(value, tuple) else str(value)
