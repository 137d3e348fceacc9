"""Activities as a calendar that any program can subscribe to (RFC 5545): whole days, which block nobody's time."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import datetime, timedelta

from icalendar import Calendar, Event, vDuration

from comity.programme.rules.calendar_entry import CalendarEntry

Address = Callable[[str, str], str]
"""The page of an activity, by the codes of its project and its own."""
_AGAIN_AFTER = timedelta(hours=6)


def calendar_file(entries: Iterable[CalendarEntry], *, name: str, now: datetime, address: Address | None) -> bytes:
    """The calendar's text. An event's UID stays while its days and its state change."""
    calendar = Calendar()
    calendar.add("prodid", "-//Comity//Activities//EN")
    calendar.add("version", "2.0")
    calendar.add("method", "PUBLISH")
    calendar.add("x-wr-calname", name)
    calendar.add("refresh-interval", vDuration(_AGAIN_AFTER), parameters={"value": "DURATION"})
    calendar.add("x-published-ttl", vDuration(_AGAIN_AFTER))
    for entry in entries:
        calendar.add_component(_event(entry, now, address))
    text: bytes = calendar.to_ical()
    return text


def _event(entry: CalendarEntry, now: datetime, address: Address | None) -> Event:
    event = Event()
    event.add("uid", entry.uid)
    event.add("dtstamp", now)
    event.add("created", entry.created_at)
    event.add("last-modified", entry.changed_at)
    event.add("sequence", entry.version - 1)
    event.add("dtstart", entry.starts)
    event.add("dtend", entry.ends + timedelta(days=1))
    event.add("summary", entry.title)
    event.add("status", entry.sureness.value)
    event.add("transp", "TRANSPARENT")
    event.add("class", "PUBLIC")
    event.add("categories", [entry.kind.label])
    event.add("description", entry.words)
    if entry.where:
        event.add("location", entry.where)
    if address:
        event.add("url", address(entry.project, entry.code))
    return event
