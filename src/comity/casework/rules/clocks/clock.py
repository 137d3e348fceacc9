"""A clock as computed: from when to when it runs, what holds or stopped it, whom to remind. Computes none."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum
from typing import Any

from comity.atlas.rules.packs.clock_rules import ClockBasis, Who
from comity.kernel.confidence import Confidence
from comity.kernel.words import noted

AMBER_BELOW = 1 / 3
RED_BELOW = 1 / 10


class Colour(StrEnum):
    """How much of a clock is left: plenty, less than a third, less than a tenth, nothing."""

    CALM = "calm"
    AMBER = "amber"
    RED = "red"
    OVER = "over"


class ClockState(StrEnum):
    """Whether the clock runs, is held, was stopped because what it waited for happened, or has run out."""

    RUNNING = "running"
    HELD = "held"
    STOPPED = "stopped"
    OVER = "over"

    @property
    def label(self) -> str:
        return {"running": noted("Running"), "held": noted("Held"), "stopped": noted("Done"), "over": noted("Over")}[
            self
        ]


@dataclass(frozen=True, slots=True)
class Due:
    """When somebody with a role is to be reminded, in UTC."""

    role: str
    at: datetime


@dataclass(frozen=True, slots=True)
class Clock:
    """`starts` and `ends` are moments in UTC; its days are counted in `zone`. `state` never is OVER: ask `state_at`.

    `source` is the rule in a sentence, `how` what it was computed from, `counted` the same in plain values,
    `assumption` what we take for granted in it. `instrument` is the id of the text that sets the period, empty where
    none does. `held_since` says since when it is held, `stopped_at` when and `stopped_by` by which event it was
    stopped. After `escalate_after` hours unseen, a reminder is put before the next role.
    """

    rule: str
    name: str
    basis: ClockBasis
    who: Who
    instrument: str
    article: str
    starts: datetime
    ends: datetime
    zone: str
    state: ClockState
    source: str
    pinpoint: str
    confidence: Confidence
    how: str
    assumption: str
    todo: str
    over: str
    held_says: str = ""
    held_since: datetime | None = None
    stopped_at: datetime | None = None
    stopped_by: str = ""
    reminders: tuple[Due, ...] = ()
    escalate_after: int = 24
    counted: Mapping[str, Any] = field(default_factory=dict)

    def state_at(self, now: datetime) -> ClockState:
        """The state at `now`: a clock that runs is over once its end has passed."""
        return ClockState.OVER if self.state is ClockState.RUNNING and self.ends <= now else self.state


def remaining(starts: datetime, ends: datetime, now: datetime) -> float:
    """The share still left at `now`: 1 before it starts, 0 once it has ended."""
    if ends <= starts:
        return 0.0
    return min(1.0, max(0.0, (ends - now) / (ends - starts)))


def days_left(ends: datetime, now: datetime) -> int:
    """Whole days from `now` to the end; 0 on the last day and after it."""
    return max(0, (ends - now).days)


def colour(starts: datetime, ends: datetime, now: datetime) -> Colour:
    """Amber below a third, red below a tenth."""
    left = remaining(starts, ends, now)
    if left <= 0:
        return Colour.OVER
    return Colour.RED if left < RED_BELOW else Colour.AMBER if left < AMBER_BELOW else Colour.CALM
