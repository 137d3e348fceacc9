"""A request's entries as they count: corrected, in the order in which they were recorded, each with its moment."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any
from zoneinfo import ZoneInfo

from comity.casework.rules.events import RequestSent
from comity.casework.rules.handling.events import EventCorrected
from comity.ledger.rules.happening import Happening


@dataclass(frozen=True, slots=True)
class Told:
    """What happened, and when: the corrected moment where there is one. `exact` is False where only a day is known."""

    name: str
    moment: datetime
    payload: dict[str, Any]
    exact: bool = True

    @property
    def said(self) -> dict[str, Any]:
        """The answers given with a step; empty for what is not a step."""
        said = self.payload.get("said")
        return said if isinstance(said, dict) else {}


def corrected(entries: Iterable[Happening], zone: ZoneInfo) -> list[Told]:
    """What happened, with every correction applied; corrections themselves are not in it.

    The newest correction of an entry counts; one that corrects a correction corrects what that one did. Days of
    dispatch are days in `zone`, the requested country's.
    """
    ordered = sorted(entries, key=lambda entry: entry.sequence)
    target: dict[int, int] = {}
    right: dict[int, datetime] = {}
    for entry in ordered:
        if entry.name == EventCorrected.name:
            corrects = int(entry.payload["corrects"])
            target[entry.sequence] = target.get(corrects, corrects)
            right[target[entry.sequence]] = datetime.fromisoformat(entry.payload["happened_at"])
    return [_told(entry, right.get(entry.sequence), zone) for entry in ordered if entry.name != EventCorrected.name]


def _told(entry: Happening, right: datetime | None, zone: ZoneInfo) -> Told:
    if right:
        return Told(entry.name, right, entry.payload)
    if entry.name == RequestSent.name:
        return _dispatch(entry, zone)
    happened_at = entry.payload.get("happened_at")
    return Told(entry.name, datetime.fromisoformat(happened_at) if happened_at else entry.at, entry.payload)


def _dispatch(entry: Happening, zone: ZoneInfo) -> Told:
    """Dispatch is recorded as a day: its moment is that of the record, if made on that day; else the day's beginning,
    so that no time comes out shorter than it was."""
    day = date.fromisoformat(entry.payload["sent_on"])
    if entry.at.astimezone(zone).date() == day:
        return Told(entry.name, entry.at, entry.payload)
    return Told(entry.name, datetime.combine(day, datetime.min.time(), zone), entry.payload, exact=False)
