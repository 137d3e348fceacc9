"""How far a country has come with a priority: from indicators, each met, partly met, not met or not known.

A missing fact stays missing: it is in no share, and never counts as “no”. Knows no country and no source.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum
from fractions import Fraction

from comity.kernel.words import noted, say


class Reading(StrEnum):
    """What an indicator's fact says of it."""

    MET = "met"
    PARTLY = "partly-met"
    NOT_MET = "not-met"
    UNKNOWN = "unknown"

    @property
    def word(self) -> str:
        return _READING_WORDS[self]

    @property
    def part(self) -> Fraction | None:
        """How much of the indicator is met; None where that is not known."""
        return _PARTS[self]


_READING_WORDS = {
    Reading.MET: noted("met"),
    Reading.PARTLY: noted("partly met"),
    Reading.NOT_MET: noted("not met"),
    Reading.UNKNOWN: noted("not known"),
}
_PARTS = {Reading.MET: Fraction(1), Reading.PARTLY: Fraction(1, 2), Reading.NOT_MET: Fraction(0), Reading.UNKNOWN: None}

FORMULA = noted(
    "Score = weights of the indicators that are met, and half the weights of those partly met, divided by the weights "
    "of all that are known. The range says what it would be if all that is not known were not met, or were met. "
    "Where less than half of the weights is known, there is no score."
)
ENOUGH = Fraction(1, 2)
"""The share of the weights that must be known for a score: our judgement, since the priorities set none."""


class Standing(StrEnum):
    """A score in a word: our quarters, since the priorities set none."""

    LARGELY = "largely-met"
    HALFWAY = "partly-met"
    HARDLY = "hardly-met"
    UNKNOWN = "unknown"

    @property
    def word(self) -> str:
        return _STANDING_WORDS[self]


_STANDING_WORDS = {
    Standing.LARGELY: noted("largely met"),
    Standing.HALFWAY: noted("partly met"),
    Standing.HARDLY: noted("hardly met"),
    Standing.UNKNOWN: noted("not known"),
}


FROM_LARGELY, FROM_HALFWAY = Fraction(3, 4), Fraction(1, 4)


@dataclass(frozen=True, slots=True)
class Score:
    """`met` of `known` of `total`, in weights; `missing` of `indicators` counts those that are not known."""

    met: Fraction
    known: int
    total: int
    indicators: int
    missing: int

    @property
    def share(self) -> Fraction | None:
        """The share met of what is known; None where too little is."""
        if not self.known or Fraction(self.known, self.total) < ENOUGH:
            return None
        return self.met / self.known

    @property
    def lowest(self) -> Fraction:
        """The share, were nothing met of what is not known."""
        return self.met / self.total if self.total else Fraction(0)

    @property
    def highest(self) -> Fraction:
        """The share, were all of it met."""
        return (self.met + self.total - self.known) / self.total if self.total else Fraction(1)

    @property
    def standing(self) -> Standing:
        share = self.share
        if share is None:
            return Standing.UNKNOWN
        if share >= FROM_LARGELY:
            return Standing.LARGELY
        return Standing.HALFWAY if share >= FROM_HALFWAY else Standing.HARDLY

    @property
    def figure(self) -> str:
        """“67 %”, or “not known”."""
        return say("not known") if self.share is None else percent(self.share)

    @property
    def span(self) -> str:
        """“50–75 %”, where something is not known."""
        if not self.missing:
            return ""
        return f"{percent(self.lowest).removesuffix(' %')}–{percent(self.highest)}"

    @property
    def missing_words(self) -> str:
        """“2 of 5 not known”, or nothing."""
        return say("{missing} of {all} not known", missing=self.missing, all=self.indicators) if self.missing else ""


def scored(readings: Iterable[tuple[Reading, int]]) -> Score:
    """The score of indicators, each with its weight."""
    met, known, total, indicators, missing = Fraction(0), 0, 0, 0, 0
    for reading, weight in readings:
        indicators += 1
        total += weight
        if reading.part is None:
            missing += 1
        else:
            known += weight
            met += reading.part * weight
    return Score(met, known, total, indicators, missing)


def percent(share: Fraction) -> str:
    """A share in whole percent, never rounded up to all nor down to nothing."""
    whole = round(share * 100)
    if share < 1:
        whole = min(whole, 99)
    if share > 0:
        whole = max(whole, 1)
    return f"{whole} %"
