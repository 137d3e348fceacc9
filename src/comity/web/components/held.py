"""What the first step's form says, and what is recognised in it. Keeps nothing."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import tzinfo
from zoneinfo import ZoneInfo

from django.http import QueryDict

from comity.casework.rules.chips import Chip, Recognised, recognised
from comity.casework.rules.forged import LONGEST_TEXT
from comity.casework.rules.refusal import refused
from comity.kernel.identifiers.missing import MissingKey
from comity.kernel.identifiers.times.zone import zone_named
from comity.kernel.words import say

LONGEST_NAME = 60
MOST_CHIPS = 100


@dataclass(frozen=True, slots=True)
class Held:
    """The pasted text, the zone stated for its times, and the texts of the chips that are left out."""

    text: str = ""
    zone: str = ""
    without: frozenset[str] = frozenset()

    @property
    def stated(self) -> str:
        """The text, with the zone as a sentence at its end. Raises Refused for what is no zone."""
        if not self.zone or not self.text.strip():
            return self.text
        try:
            zone = zone_named(self.zone)
        except ValueError as problem:
            raise refused("zone", say("Times are in"), str(problem)) from problem
        return f"{self.text.rstrip()}\n\nTimes are in {_name(zone)}."

    def answer(self) -> dict[str, object]:
        """The answer to the step as casework takes it."""
        return {"text": self.stated, "without": sorted(self.without)}


@dataclass(frozen=True, slots=True)
class ChipView:
    chip: Chip
    left_out: bool


@dataclass(frozen=True, slots=True)
class Reading:
    """Chips to draw, at most MOST_CHIPS; `more` counts the others. `zone_asked` tells that a time lacks its zone."""

    chips: tuple[ChipView, ...]
    unread: tuple[str, ...]
    more: int
    complete: int
    zone_asked: bool


def posted(form: QueryDict) -> Held:
    """What a form says, bounded."""
    return Held(
        text=form.get("text", "").replace("\r\n", "\n"),
        zone=form.get("zone", "").strip()[:LONGEST_NAME],
        without=frozenset(form.getlist("without")[:MOST_CHIPS]),
    )


def reading(held: Held) -> Reading | None:
    """What is recognised; None where nothing is written, or more than is read. Raises Refused for what is no zone."""
    text = held.stated
    if not text.strip() or len(text) > LONGEST_TEXT:
        return None
    found = recognised(text)
    return Reading(
        chips=tuple(ChipView(chip, chip.text in held.without) for chip in found.chips[:MOST_CHIPS]),
        unread=found.unread[:MOST_CHIPS],
        more=max(0, len(found.chips) - MOST_CHIPS),
        complete=sum(chip.complete for chip in found.chips),
        zone_asked=_zone_asked(found),
    )


def _zone_asked(found: Recognised) -> bool:
    return any(MissingKey.ZONE in chip.lacks for chip in found.chips)


def _name(zone: tzinfo) -> str:
    return zone.key if isinstance(zone, ZoneInfo) else str(zone)
