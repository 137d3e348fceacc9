"""What happened, and when: ledger entries with their corrections applied, and whether one is what a rule looks for."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime
from fnmatch import fnmatchcase
from typing import Any

from comity.atlas.rules.packs.clock_rules import Occurrence, Which
from comity.casework.rules.clocks.calendar import Calendar
from comity.ledger.rules.entry import EntryView

CORRECTED = "event-corrected"


@dataclass(frozen=True, slots=True)
class Happening:
    """An event at its moment. `corrected` says that the moment replaces what the entry itself says of its time."""

    sequence: int
    name: str
    moment: datetime
    payload: Mapping[str, Any]
    corrected: bool = False

    def part(self, path: str) -> Any:
        """The part of the payload at `path`, written with dots; None where there is none."""
        value: Any = self.payload
        for step in path.split("."):
            value = value.get(step) if isinstance(value, Mapping) else None
        return value


def happenings(entries: Iterable[EntryView]) -> tuple[Happening, ...]:
    """Everything that happened, by its moment. Of several corrections of one entry the latest holds."""
    entries = sorted(entries, key=lambda entry: entry.sequence)
    corrections = {e.payload["corrects"]: _moment(e) for e in entries if e.name == CORRECTED}
    found = [
        Happening(e.sequence, e.name, corrections.get(e.sequence, _moment(e)), e.payload, e.sequence in corrections)
        for e in entries
        if e.name != CORRECTED
    ]
    return tuple(sorted(found, key=lambda happening: (happening.moment, happening.sequence)))


def pick(occurrence: Occurrence, happened: Sequence[Happening]) -> Happening | None:
    """The first or last happening that `occurrence` describes; `happened` is in the order of moments."""
    found = [item for item in happened if fits(occurrence, item)]
    if not found:
        return None
    return found[-1 if occurrence.which is Which.LAST else 0]


def fits(occurrence: Occurrence, happening: Happening) -> bool:
    """Whether `happening` is what `occurrence` describes."""
    return (
        occurrence.event == happening.name
        and all(_one_of(happening.part(path), wanted) for path, wanted in occurrence.where.items())
        and all(happening.part(path) not in (None, "", [], False) for path in occurrence.given)
    )


def moment_of(occurrence: Occurrence, happening: Happening, calendar: Calendar) -> tuple[datetime, date]:
    """When it happened, and on which day there. Where the entry names a day only, the moment is the day's end, unless
    it was recorded on that very day: hours are then counted from no earlier than they may have begun."""
    day = calendar.day_of(happening.moment)
    named = None if happening.corrected or not occurrence.day else as_date(happening.part(occurrence.day))
    if named is None or named == day:
        return happening.moment, day
    return calendar.end_of(named), named


def as_date(value: Any) -> date | None:
    """A day as events write it; None where it is none."""
    try:
        return date.fromisoformat(value) if isinstance(value, str) else None
    except ValueError:
        return None


def _moment(entry: EntryView) -> datetime:
    said = entry.payload.get("happened_at")
    return datetime.fromisoformat(said).astimezone(UTC) if isinstance(said, str) else entry.at


def _one_of(value: Any, wanted: Sequence[str | bool]) -> bool:
    """Of a list it is enough that one item is wanted."""
    if isinstance(value, list):
        return any(_one_of(item, wanted) for item in value)
    return any(
        value is item if isinstance(item, bool) else isinstance(value, str) and fnmatchcase(value, item)
        for item in wanted
    )
