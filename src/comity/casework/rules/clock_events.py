"""What the ledger says about clocks: that somebody was reminded, that somebody looked, that one ran out."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import ClassVar

from comity.ledger.rules.event import Event


@dataclass(frozen=True, kw_only=True)
class ReminderRaised(Event):
    """The node told everybody with `role` that the clock of `rule`, called `title`, runs out at `ends`. `escalated`:
    before its time, since the role before had not looked."""

    name: ClassVar[str] = "reminder-raised"
    rule: str
    title: str
    role: str
    due_at: datetime
    ends: datetime
    escalated: bool


@dataclass(frozen=True, kw_only=True)
class ReminderSeen(Event):
    """Somebody with `role` has seen it: it escalates no further."""

    name: ClassVar[str] = "reminder-seen"
    rule: str
    role: str


@dataclass(frozen=True, kw_only=True)
class ClockRanOut(Event):
    """The clock of `rule`, called `title`, ended at `happened_at` without what it waited for. Recorded once."""

    name: ClassVar[str] = "clock-ran-out"
    happened_at: datetime
    rule: str
    title: str
    ours: bool
