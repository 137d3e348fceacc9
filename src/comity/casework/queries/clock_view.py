"""A clock as pages show it: what is left, what it rests on, what to do. Reads rows; computes no period."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from comity.casework.models.request import Request
from comity.casework.models.request_clock import RequestClock
from comity.casework.rules import saying
from comity.casework.rules.clocks.clock import ClockState, Colour, colour, days_left, remaining
from comity.casework.rules.clocks.counting import Counting
from comity.casework.rules.clocks.wording import how_words
from comity.kernel.words import say

OVER_STAYS = timedelta(days=14)
"""How long a clock that has run out stays before people who look at lists."""


@dataclass(frozen=True, slots=True)
class ClockView:
    """`starts` and `ends` are in UTC, `ends_there` the same moment as `ends` on the wall of the country concerned.

    `state` is “running”, “held”, “stopped” or “over”. `basis` is “law”, “told” (an authority named the day) or
    “practice”; `instrument` names the text that sets the period. `source` is the rule in a sentence, `how` what the end
    was computed from. `next_step` says what to do now, or what it means that the clock is over; `stopped_by` is the
    event that stopped it. `how_in_english`: it was kept before its parts were, and can be shown in English only.
    """

    rule: str
    name: str
    state: ClockState
    ours: bool
    basis: str
    article: str
    instrument: str
    starts: datetime
    ends: datetime
    ends_there: datetime
    zone: str
    days_left: int
    remaining: float
    colour: Colour
    source: str
    pinpoint: str
    confidence: str
    how: str
    assumption: str
    next_step: str
    held_says: str
    held_since: datetime | None
    stopped_at: datetime | None
    stopped_by: str
    next_reminder_at: datetime | None
    how_in_english: bool = False

    @property
    def practice(self) -> bool:
        """Whether no text of law sets the period."""
        return self.basis == "practice"

    @property
    def rests_on(self) -> str:
        """“Article 29(7), Budapest Convention”; in words where no text sets the period."""
        if self.practice:
            return say("our practice, not law")
        if self.basis == "told":
            return say("the day that the authority named")
        where = saying.article(self.article)
        return f"{where}, {self.instrument}" if self.instrument else where

    @property
    def open(self) -> bool:
        """Whether it runs, ran out or is held: whether there is something to watch."""
        return self.state is not ClockState.STOPPED


def clock_view(row: RequestClock, now: datetime) -> ClockView:
    """The row as of `now`. No further query."""
    said = row.said
    counted = said.get("counted")
    over = row.state == ClockState.RUNNING and row.ends <= now
    return ClockView(
        rule=row.rule,
        name=say(row.name),
        state=ClockState.OVER if over else ClockState(row.state),
        ours=row.ours,
        basis=row.basis,
        article=row.article,
        instrument=said["instrument_name"],
        starts=row.starts,
        ends=row.ends,
        ends_there=row.ends.astimezone(ZoneInfo(said["zone"])),
        zone=said["zone"],
        days_left=days_left(row.ends, now),
        remaining=remaining(row.starts, row.ends, now),
        colour=colour(row.starts, row.ends, now),
        source=say(said["source"]),
        pinpoint=said["pinpoint"],
        confidence=said["confidence"],
        how=how_words(Counting.from_plain(counted)) if counted else said["how"],
        assumption=say(said["assumption"]),
        next_step=say(said["over"] if over else said["todo"]),
        held_says=say(said["held_says"]),
        held_since=_moment(said["held_since"]),
        stopped_at=_moment(said["stopped_at"]),
        stopped_by=said["stopped_by"],
        next_reminder_at=row.next_reminder_at,
        how_in_english=not counted,
    )


def clock_of(request: Request, now: datetime) -> ClockView | None:
    """The one clock that a line shows: of those that run, ours before theirs, then what ends first. One that ran out
    long ago gives way. None where none runs. No query if the row comes from `with_line`."""
    running = [row for row in request.clocks.all() if row.state == ClockState.RUNNING]
    first = min(running, key=lambda row: (row.ends < now - OVER_STAYS, not row.ours, row.ends), default=None)
    return clock_view(first, now) if first else None


def clocks_of(request: Request, now: datetime) -> tuple[ClockView, ...]:
    """All its clocks: those that run by their end, then what is held, what ran out long ago, what is done."""
    return tuple(sorted(_views(request.clocks.all(), now), key=lambda view: (_rank(view, now), view.ends)))


def _rank(view: ClockView, now: datetime) -> int:
    long_over = view.state is ClockState.OVER and view.ends < now - OVER_STAYS
    return 2 if long_over else {ClockState.HELD: 1, ClockState.STOPPED: 3}.get(view.state, 0)


def _views(rows: Iterable[RequestClock], now: datetime) -> Iterable[ClockView]:
    return (clock_view(row, now) for row in rows)


def _moment(text: str | None) -> datetime | None:
    return datetime.fromisoformat(text) if text else None
