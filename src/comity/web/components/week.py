"""A week of the roster, day by day, in the reader's zone: who answers when, and when nobody does. Draws nothing."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta, tzinfo

from comity.kernel.day_words import weekday_words
from comity.kernel.words import say
from comity.people.queries.roster import ShiftView
from comity.people.rules.shift import Span, uncovered


@dataclass(frozen=True, slots=True)
class Piece:
    """A shift in the row of a day: the times at which it begins and ends, with the name of the day where not this."""

    shift: ShiftView
    starts: str
    ends: str
    running: bool


@dataclass(frozen=True, slots=True)
class Bar:
    """What of the day a shift covers, in minutes from its start, for a drawing as long as the day."""

    x: int
    width: int


@dataclass(frozen=True, slots=True)
class Day:
    """One day: the shifts that began before it, those that begin on it, the hours still to come that nobody covers, and
    the drawing."""

    day: date
    name: str
    today: bool
    over: bool
    shifts: tuple[Piece, ...]
    still: tuple[Piece, ...]
    gaps: tuple[str, ...]
    bars: tuple[Bar, ...]
    minutes: int
    now: int | None


def days_of_week(week: Span, shifts: Sequence[ShiftView], *, zone: tzinfo, now: datetime) -> tuple[Day, ...]:
    """The seven days of `week`; by the clocks of `zone`."""
    monday = week.starts.astimezone(zone).date()
    return tuple(_day(monday + timedelta(days=number), shifts, zone, now) for number in range(7))


def _day(day: date, shifts: Sequence[ShiftView], zone: tzinfo, now: datetime) -> Day:
    whole = Span(_midnight(day, zone), _midnight(day + timedelta(days=1), zone))
    touching = [shift for shift in shifts if shift.span.overlaps(whole)]
    return Day(
        day=day,
        name=weekday_words(day),
        today=whole.covers(now),
        over=whole.ends <= now,
        shifts=tuple(_piece(shift, day, zone, now) for shift in touching if shift.starts >= whole.starts),
        still=tuple(_piece(shift, day, zone, now) for shift in touching if shift.starts < whole.starts),
        gaps=_gaps(whole, touching, zone, now),
        bars=tuple(_bar(shift.span, whole) for shift in touching),
        minutes=_minutes(whole.ends - whole.starts),
        now=_minutes(now - whole.starts) if whole.covers(now) else None,
    )


def _piece(shift: ShiftView, day: date, zone: tzinfo, now: datetime) -> Piece:
    starts, ends = _clock(shift.starts, day, zone), _clock(shift.ends, day, zone)
    return Piece(shift, starts, ends, running=shift.span.covers(now))


def _gaps(whole: Span, touching: Sequence[ShiftView], zone: tzinfo, now: datetime) -> tuple[str, ...]:
    if whole.ends <= now:
        return ()
    gaps = uncovered([shift.span for shift in touching], Span(max(whole.starts, now), whole.ends))
    return tuple(_gap(gap, whole, zone) for gap in gaps)


def _gap(gap: Span, whole: Span, zone: tzinfo) -> str:
    if gap == whole:
        return say("all day")
    end = "24:00" if gap.ends == whole.ends else f"{gap.ends.astimezone(zone):%H:%M}"
    return say("{first} to {last}", first=f"{gap.starts.astimezone(zone):%H:%M}", last=end)


def _clock(moment: datetime, day: date, zone: tzinfo) -> str:
    there = moment.astimezone(zone)
    if there.date() == day:
        return f"{there:%H:%M}"
    if there.time() == time() and there.date() == day + timedelta(days=1):
        return "24:00"
    return f"{weekday_words(there.date())[:3]} {there:%H:%M}"


def _bar(span: Span, whole: Span) -> Bar:
    starts, ends = max(span.starts, whole.starts), min(span.ends, whole.ends)
    return Bar(_minutes(starts - whole.starts), max(_minutes(ends - starts), 1))


def _minutes(length: timedelta) -> int:
    return int(length.total_seconds() // 60)


def _midnight(day: date, zone: tzinfo) -> datetime:
    return datetime.combine(day, time(), zone).astimezone(UTC)
