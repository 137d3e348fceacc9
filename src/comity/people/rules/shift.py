"""Arithmetic of shifts: when one begins and ends, what is refused, which hours nobody covers. Pure; knows no user."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta, tzinfo

from comity.kernel.day_words import day_words
from comity.kernel.words import say
from comity.people.rules.refusal import Refused

LONGEST = timedelta(hours=24)
LONGEST_ELAPSED = timedelta(hours=25)
"""A day from 08:00 to 08:00 has 25 hours where clocks are put back in it."""

AHEAD = timedelta(days=400)
LONGEST_NOTE = 4000
LATE_NOTE = timedelta(hours=24)
"""How long after its end a shift can still be handed over: whoever forgot writes the note the next day."""


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """From `starts` (included) to `ends` (excluded), both in UTC."""

    starts: datetime
    ends: datetime

    def overlaps(self, other: Span) -> bool:
        return self.starts < other.ends and other.starts < self.ends

    def covers(self, moment: datetime) -> bool:
        return self.starts <= moment < self.ends


def local_span(day: date, starts: time, ends: time, zone: tzinfo) -> Span:
    """The shift that begins on `day` at `starts` by the clocks of `zone` and goes on until they next show `ends`.

    Of a time that the clocks show twice, a shift starts at the earlier and ends at the later: nobody is missing.
    Raises Refused for a time that they skip that night.
    """
    last = day if ends > starts else day + timedelta(days=1)
    first = _moment(day, starts, zone, "starts", later=False)
    return Span(first, _moment(last, ends, zone, "ends", later=True))


def check_span(span: Span, zone: tzinfo, now: datetime) -> None:
    """Pass for a shift that can be planned. Raises Refused: it ends before it starts, is longer than a day by the
    clocks of `zone` and by hours passed, is over already, or lies more than 400 days ahead."""
    if span.ends <= span.starts:
        raise Refused("ends", say("The shift would end before it starts. Give a later end."))
    passed = span.ends - span.starts
    shown = span.ends.astimezone(zone).replace(tzinfo=None) - span.starts.astimezone(zone).replace(tzinfo=None)
    if min(passed, shown) > LONGEST or passed > LONGEST_ELAPSED:
        raise Refused("ends", say("The shift would be longer than 24 hours. Give an earlier end, or plan two shifts."))
    if span.ends <= now:
        raise Refused("starts", say("This shift would be over already. The roster is for what comes."))
    if span.starts > now + AHEAD:
        raise Refused(
            "starts", say("The shift would start more than {days} days from now. Check the year.", days=AHEAD.days)
        )


def days_of(span: Span, zone: tzinfo) -> tuple[date, ...]:
    """The calendar days of `zone` that the shift touches."""
    first = span.starts.astimezone(zone).date()
    last = (span.ends - timedelta(microseconds=1)).astimezone(zone).date()
    return tuple(first + timedelta(days=number) for number in range((last - first).days + 1))


def uncovered(spans: Iterable[Span], within: Span) -> tuple[Span, ...]:
    """The stretches of `within` that none of `spans` covers, in order."""
    gaps = []
    reached = within.starts
    for span in sorted(spans):
        if span.starts >= within.ends:
            break
        if span.starts > reached:
            gaps.append(Span(reached, span.starts))
        reached = max(reached, span.ends)
    if reached < within.ends:
        gaps.append(Span(reached, within.ends))
    return tuple(gaps)


def week_of(day: date, zone: tzinfo) -> Span:
    """The week that holds `day`, from Monday 00:00 to the next, by the clocks of `zone`."""
    monday = day - timedelta(days=day.weekday())
    return span_of(monday, monday + timedelta(days=6), zone)


def span_of(first: date, last: date, zone: tzinfo) -> Span:
    """These days, both included, from midnight to midnight by the clocks of `zone`."""
    return Span(_midnight(first, zone), _midnight(last + timedelta(days=1), zone))


def note_from(text: str) -> str:
    """`text` as a handover note. Raises Refused where nothing, or too much, is left."""
    note = text.replace("\r\n", "\n").replace("\x00", "").strip()
    if not note:
        raise Refused(
            "note", say("Write what the next officer must know. If nothing is open, say that nothing is open.")
        )
    if len(note) > LONGEST_NOTE:
        raise Refused(
            "note",
            say(
                "The note has {count} characters; {longest} fit. What is long belongs into its case.",
                count=len(note),
                longest=LONGEST_NOTE,
            ),
        )
    return note


def added_to(note: str, more: str, at: datetime, zone: tzinfo) -> str:
    """An earlier note with what its author adds to it. Raises Refused where both together are too long."""
    return note_from(f"{note}\n\nAdded at {at.astimezone(zone):%H:%M}: {more}") if note else more


def _midnight(day: date, zone: tzinfo) -> datetime:
    return datetime.combine(day, time(), zone).astimezone(UTC)


def _moment(day: date, at: time, zone: tzinfo, field: str, *, later: bool) -> datetime:
    shown = datetime.combine(day, at.replace(fold=1 if later else 0), zone)
    moment = shown.astimezone(UTC)
    if moment.astimezone(zone).replace(tzinfo=None, fold=0) != shown.replace(tzinfo=None, fold=0):
        raise Refused(
            field,
            say(
                "The clocks skip {time} on {day}: they are put forward that night. Choose an hour earlier or later.",
                time=f"{at:%H:%M}",
                day=day_words(day),
            ),
        )
    return moment
