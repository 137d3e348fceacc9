"""What tests of clocks tell: entries of a request, and the clocks that the packs' rules make of them."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, date, datetime, time
from functools import cache
from pathlib import Path
from typing import Any

from comity.atlas.rules.packs.clock_rules import ClockRule, Place
from comity.atlas.rules.snapshot import Snapshot
from comity.atlas.tests.law import repository_snapshot
from comity.casework.rules.clocks.calendar import Calendar
from comity.casework.rules.clocks.clock import Clock
from comity.casework.rules.clocks.compute import clocks
from comity.casework.rules.clocks.ticket import ClockTicket
from comity.casework.rules.direction import Direction
from comity.ledger.rules.entry import NOTHING_BEFORE, EntryView, chained

PACKS = Path(__file__).resolve().parents[4] / "packs"
SIXTY = "ets185-29-7"


@cache
def law() -> Snapshot:
    return repository_snapshot()


def rules(*names: str) -> list[ClockRule]:
    return [law().clocks[name] for name in names]


def ticket(zone: str = "Europe/Kyiv", direction: Direction = Direction.OUTGOING, **content: Any) -> ClockTicket:
    return ClockTicket(direction, {place: Calendar(zone) for place in Place}, content=content)


def entry(sequence: int, name: str, at: datetime, **payload: Any) -> EntryView:
    return chained(
        sequence=sequence,
        at=at,
        actor_reference="user:1",
        actor_display="Duty officer",
        name=name,
        subject="request:GE-2026-00001",
        payload={"happened_at": at.isoformat(), **payload},
        previous=NOTHING_BEFORE,
    )


def sent(day: date, sequence: int = 1) -> EntryView:
    return entry(sequence, "request-sent", datetime.combine(day, time(9), UTC), sent_on=day.isoformat())


def moved(sequence: int, at: datetime, what: str, follow_up: str = "GE-2026-00002") -> EntryView:
    return entry(sequence, "follow-up-moved", at, follow_up=follow_up, kind="mla-stored-data", what=what)


def sixty(entries: Sequence[EntryView], zone: str = "Europe/Kyiv") -> Clock:
    (clock,) = clocks(rules(SIXTY), ticket(zone), entries)
    return clock
