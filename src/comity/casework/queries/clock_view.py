"""A running clock as a chip shows it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from zoneinfo import ZoneInfo

from comity.casework.models.request import Request
from comity.casework.rules.clocks.preservation import Clock, Colour, Dispatch, preservation_clock
from comity.casework.rules.transitions import State


@dataclass(frozen=True, slots=True)
class ClockView:
    """`starts` and `ends` are in UTC, `ends_there` the same moment as `ends` on the wall of the country concerned."""

    name: str
    article: str
    starts: datetime
    ends: datetime
    ends_there: datetime
    zone: str
    days_left: int
    remaining: float
    colour: Colour
    source: str
    assumption: str


def clock_of(request: Request, now: datetime) -> ClockView | None:
    """The clock of Article 29(7); None before dispatch."""
    if request.state != State.SENT or request.sent_on is None:
        return None
    clock = preservation_clock(Dispatch(request.sent_on, request.requested_zone))
    return _view(clock, now) if clock else None


def _view(clock: Clock, now: datetime) -> ClockView:
    return ClockView(
        name=clock.name,
        article=clock.article,
        starts=clock.starts,
        ends=clock.ends,
        ends_there=clock.ends.astimezone(ZoneInfo(clock.zone)),
        zone=clock.zone,
        days_left=clock.days_left(now),
        remaining=clock.remaining(now),
        colour=clock.colour(now),
        source=clock.source,
        assumption=clock.assumption,
    )
