"""Which entries tell of something that happened at a moment of its own, so that the moment can be corrected."""

from __future__ import annotations

from datetime import UTC, datetime, time
from zoneinfo import ZoneInfo

from comity.casework.rules.clocks.happening import as_date
from comity.casework.rules.events import RequestSent
from comity.casework.rules.handling.events import EVENT_OF, RequestRegistered
from comity.ledger.rules.entry import EntryView

CORRECTABLE = frozenset({RequestSent.name, RequestRegistered.name, *(event.name for event in EVENT_OF.values())})


def correctable(entry: EntryView) -> bool:
    """Whether the moment of what `entry` tells can be corrected."""
    return entry.name in CORRECTABLE


def said_moment(entry: EntryView, zone: str) -> datetime:
    """The moment at which `entry` itself says that it happened: a day of dispatch begins with its first moment in
    `zone`, where the request went."""
    happened_at = entry.payload.get("happened_at")
    if isinstance(happened_at, str):
        return datetime.fromisoformat(happened_at).astimezone(UTC)
    day = as_date(entry.payload.get("sent_on"))
    return datetime.combine(day, time(), ZoneInfo(zone)).astimezone(UTC) if day else entry.at
