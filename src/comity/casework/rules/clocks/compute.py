"""From rules and entries to clocks: one pure function. Every clock it gives carries the source that it stands on."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date, datetime, timedelta

from comity.atlas.rules.packs.clock_rules import ClockRule, Reminder, Side, Start
from comity.casework.rules.clocks.calendar import Calendar
from comity.casework.rules.clocks.clock import Clock, ClockState, Due
from comity.casework.rules.clocks.counting import Counting
from comity.casework.rules.clocks.happening import Happening, fits, happenings, moment_of, pick
from comity.casework.rules.clocks.hold import HeldSpan, held_span
from comity.casework.rules.clocks.length import Span, fitting, span
from comity.casework.rules.clocks.ticket import ClockTicket
from comity.casework.rules.clocks.wording import article_words, how_words
from comity.kernel.words import English, speaking
from comity.ledger.rules.entry import EntryView


def clocks(rules: Iterable[ClockRule], ticket: ClockTicket, entries: Iterable[EntryView]) -> tuple[Clock, ...]:
    """The clocks of a request, in the order of `rules`: those whose start has happened. Does not look at the time now.

    `entries` are the request's own ledger entries, in any order. An `event-corrected` entry gives the entry it names
    another moment, and everything is computed from that.
    """
    happened = happenings(entries)
    found = (_clock(rule, ticket, happened) for rule in rules if ticket.direction in rule.sides)
    return tuple(clock for clock in found if clock is not None)


def _clock(rule: ClockRule, ticket: ClockTicket, happened: Sequence[Happening]) -> Clock | None:
    side, calendar = rule.sides[ticket.direction], ticket.calendars[rule.counted]
    length = fitting(rule, ticket.content)
    begun = _begun(side, happened)
    if begun is None or length is None:
        return None
    start, happening = begun
    moment, day = moment_of(start, happening, calendar)
    period = span(rule, length, happening, moment, day, ticket.content, calendar)
    if period is None:
        return None
    starts = calendar.start_of(day) if start.day and length.hours is None else moment
    starts = min(starts, period.ends, calendar.start_of(period.last) if length.hours is None else starts)
    held = held_span(rule.held, happened, period.ends)
    earliest = calendar.start_of(day) if start.day else starts
    stopped = _stopped(side, happened, min(starts, earliest)) or held.served
    counted = _counted(rule, start, moment, day, period, calendar)
    with speaking(English()):  # kept for all who read it
        how = how_words(counted)
    return Clock(
        rule=rule.id,
        name=side.title,
        basis=rule.basis,
        who=side.who,
        instrument=rule.instrument,
        article=article_words(rule),
        starts=starts,
        ends=held.ends,
        zone=calendar.zone,
        state=ClockState.STOPPED if stopped else ClockState.HELD if held.since else ClockState.RUNNING,
        source=rule.says,
        pinpoint=rule.at,
        confidence=rule.confidence,
        how=how,
        counted=counted.plain(),
        assumption=start.assumption,
        todo=side.todo,
        over=side.over,
        held_says=rule.held.says if rule.held and held.since else "",
        held_since=held.since,
        stopped_at=stopped.moment if stopped else None,
        stopped_by=stopped.name if stopped else "",
        escalate_after=rule.escalate_after,
        reminders=() if stopped or held.since else tuple(_reminders(rule, starts, held, period, calendar)),
    )


def _counted(rule: ClockRule, start: Start, moment: datetime, day: date, period: Span, calendar: Calendar) -> Counting:
    in_days = period.unit not in {"", "hour"}
    return Counting(
        told=start.told,
        zone=calendar.zone,
        number=period.number,
        unit=period.unit,
        moment=moment,
        day=day,
        last=period.last,
        moved_from=None if period.unit == "hour" else period.moved_from,
        holidays_unknown=in_days and calendar.holidays is None and (rule.end_moves or period.unit == "working day"),
    )


def _begun(side: Side, happened: Sequence[Happening]) -> tuple[Start, Happening] | None:
    for start in side.starts_on:
        if (happening := pick(start, happened)) is not None:
            return start, happening
    return None


def _stopped(side: Side, happened: Sequence[Happening], since: datetime) -> Happening | None:
    """What stopped it: the first such event that did not come before the start, or its day where no more is known."""
    return next(
        (item for item in happened if item.moment >= since and any(fits(one, item) for one in side.stops_on)), None
    )


def _reminders(rule: ClockRule, starts: datetime, held: HeldSpan, period: Span, calendar: Calendar) -> Iterable[Due]:
    """The moments of the reminders, without those that would come before the start. A hold that ended moves them."""
    last = period.last if held.ends == period.ends else calendar.day_of(held.ends)
    for reminder in rule.reminders:
        at = _at(reminder, held.ends, calendar.start_of(last - timedelta(days=reminder.days or 0)))
        if at > starts:
            yield Due(reminder.role, at)


def _at(reminder: Reminder, ends: datetime, day_begins: datetime) -> datetime:
    """Days before the end: when that day begins there. Hours: to the minute."""
    return day_begins if reminder.days is not None else ends - timedelta(hours=reminder.hours or 0)
