"""Whether a request was made by voice, and whether its confirmation in writing has come, or has left."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from comity.casework.models.request import Request
from comity.casework.rules.direction import Direction
from comity.casework.rules.duty.events import OralRequestConfirmed, OralRequestMade
from comity.casework.rules.events import RequestSent
from comity.casework.rules.handling.events import RequestRegistered
from comity.ledger.rules.entry import EntryView


@dataclass(frozen=True, slots=True)
class Oral:
    """`asked_at` is when it was asked by voice, `confirmed_at` when that came (or left) in writing; both in UTC.
    `call` is the number of the call, None where it was registered without one."""

    reference: str
    incoming: bool
    asked_at: datetime
    call: int | None
    confirmed_at: datetime | None


def oral_of(request: Request, entries: Iterable[EntryView]) -> Oral | None:
    """None where it was not made by voice. Asks no database."""
    known = list(entries)
    asked = next((entry for entry in known if _was_asked(entry)), None)
    if asked is None:
        return None
    made = next((entry for entry in known if entry.name == OralRequestMade.name), None)
    incoming = request.direction == Direction.INCOMING
    done = OralRequestConfirmed.name if incoming else RequestSent.name
    confirmed = next((entry for entry in known if entry.name == done), None)
    return Oral(
        reference=request.reference,
        incoming=incoming,
        asked_at=_moment(asked),
        call=made.payload["call"] if made else None,
        confirmed_at=_moment(confirmed) if confirmed else None,
    )


def _was_asked(entry: EntryView) -> bool:
    return entry.name == OralRequestMade.name or (entry.name == RequestRegistered.name and entry.payload["oral"])


def _moment(entry: EntryView) -> datetime:
    said = entry.payload.get("happened_at")
    return datetime.fromisoformat(said) if said else entry.at
