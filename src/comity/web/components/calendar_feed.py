"""Clocks as a calendar that any program can subscribe to (RFC 5545). Names references and countries, never a case."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import datetime, timedelta

from icalendar import Alarm, Calendar, Event, vDuration

from comity.casework.queries.calendar_clocks import CalendarClock
from comity.web.components.moments import moment_in_words

_LENGTH = timedelta(minutes=30)
_AGAIN_AFTER = timedelta(hours=1)


def calendar_feed(clocks: Iterable[CalendarClock], *, name: str, now: datetime, address: Callable[[str], str]) -> bytes:
    """The calendar's text; `address` gives a request's page. An event's UID stays the same while its clock moves."""
    calendar = Calendar()
    calendar.add("prodid", "-//Comity//What runs out//EN")
    calendar.add("version", "2.0")
    calendar.add("method", "PUBLISH")
    calendar.add("x-wr-calname", name)
    calendar.add("refresh-interval", vDuration(_AGAIN_AFTER), parameters={"value": "DURATION"})
    calendar.add("x-published-ttl", vDuration(_AGAIN_AFTER))
    for clock in clocks:
        calendar.add_component(_event(clock, now, address(clock.reference)))
    text: bytes = calendar.to_ical()
    return text


def _event(item: CalendarClock, now: datetime, page: str) -> Event:
    """Half an hour that ends when the clock does, so that it is seen on its day in every view."""
    clock = item.clock
    event = Event()
    event.add("uid", f"{item.reference}-{clock.rule}@comity")
    event.add("dtstamp", now)
    event.add("dtstart", clock.ends - _LENGTH)
    event.add("dtend", clock.ends)
    event.add("summary", f"{clock.name}: {item.reference} ({item.counterpart})")
    event.add("description", _words(item, now))
    event.add("url", page)
    event.add("transp", "TRANSPARENT")
    event.add("class", "CONFIDENTIAL")
    for moment in item.reminders:
        if moment > now:
            event.add_component(_alarm(item, moment))
    return event


def _words(item: CalendarClock, now: datetime) -> str:
    clock = item.clock
    basis = "Practice; no text of law sets this." if clock.practice else f"{clock.article}. {clock.source}"
    ends = moment_in_words(clock.ends, clock.ends_there.tzinfo, now=now) if clock.ends_there.tzinfo else ""
    whom = "We must act." if clock.ours else "The other side must act."
    parts = (item.kind_label, f"Ends {ends}.", whom, clock.next_step, basis, clock.how, clock.assumption)
    return "\n".join(part for part in parts if part)


def _alarm(item: CalendarClock, moment: datetime) -> Alarm:
    alarm = Alarm()
    alarm.add("action", "DISPLAY")
    alarm.add("description", f"{item.clock.name}: {item.reference}")
    # Without VALUE a calendar reads a duration, and never rings: RFC 5545, section 3.8.6.3.
    alarm.add("trigger", moment, parameters={"VALUE": "DATE-TIME"})
    return alarm
