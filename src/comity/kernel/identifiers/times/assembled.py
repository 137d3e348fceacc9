"""Which date, time of day and zone in a text belong together. Decides by nearness only."""

from __future__ import annotations

import re
from bisect import bisect_left
from dataclasses import dataclass, replace
from itertools import zip_longest

from comity.kernel.identifiers.moment import Precision
from comity.kernel.identifiers.times.date_written import DateWritten, find_dates
from comity.kernel.identifiers.times.stated_zone import ZONE_WORDS
from comity.kernel.identifiers.times.time_of_day import TimeOfDay, find_times_of_day, time_of_day_at
from comity.kernel.identifiers.times.zone import Zone, zone_at

_CONNECTOR = (
    r"at|um|в|о|об|à|la|ora|saat|ժամը|ժամ|approx(?:\.|imately)?|about|around|ca\.?|circa|около|примерно|близько"
    r"|[a-z]{0,9}[ _]?time"
    r"|время|час|დრო|საათი|heure|uhrzeit|timestamp|hour"
)
_TIGHT = re.compile(r"[T:_ ]")
_LOOSE = re.compile(rf"[\s,;|\"'@/-]{{0,6}}(?P<words>(?:(?:{_CONNECTOR})[\s:=.\"'~-]{{0,4}}){{0,2}})", re.IGNORECASE)
_TIME_TO_DATE = re.compile(
    r"[ \t,;|]{0,3}"
    r"(?:(?:h|hrs?|hours|uhr|ч\.?|год\.?|on|of|am|от|за|[a-z]{2,9}day|mon|tue|wed|thu|fri|sat|sun)[ ,.]{1,2}){0,3}\Z",
    re.IGNORECASE,
)
_TO_ZONE_LABEL = re.compile(rf"[\s,;|\"']{{0,4}}(?:{ZONE_WORDS})[\"'\s:=]{{0,5}}", re.IGNORECASE)
_YEAR_LAST = re.compile(r"[ ]{1,2}((?:19|20)\d\d)(?![\d:.])")
_UNTIL = re.compile(r"[ ]{0,2}(?:-|to|till|until|and|до|и|та)[ ]{0,2}\Z", re.IGNORECASE)
_LONGEST_GAP = 24


@dataclass(frozen=True, slots=True)
class Pieces:
    """What was found together, from `start` to `end`; at least a date or a time of day."""

    start: int
    end: int
    date: DateWritten | None = None
    time: TimeOfDay | None = None
    zone: Zone | None = None
    year: int | None = None


def assemble(text: str) -> list[Pieces]:
    """Every date with the time of day before or after it, and the times of day left over, in order of appearance."""
    times = find_times_of_day(text)
    starts = [one.start for one in times]
    together: list[Pieces] = []
    done = 0
    for day in find_dates(text):
        if day.start < done:
            continue
        index = bisect_left(starts, day.start) - 1
        before = times[index] if index >= 0 and times[index].start >= done else None
        pieces = _with_time_before(text, day, before) or _with_time_after(text, day)
        if pieces.time or (not day.month_day and not day.short):
            together.append(pieces)
            done = pieces.end
    together = sorted(together + _lone(text, times, together), key=lambda one: one.start)
    return [_sharing_zone(text, one, after) for one, after in zip_longest(together, together[1:])]


def _with_time_before(text: str, day: DateWritten, time: TimeOfDay | None) -> Pieces | None:
    if time is None or day.start - time.end > 2 * _LONGEST_GAP:
        return None
    zone = _zone(text, time.end, time)
    gap = text[zone.end if zone else time.end : day.start]
    if len(gap) > _LONGEST_GAP or not _TIME_TO_DATE.match(gap):
        return None
    zone_after = zone or _zone(text, day.end, time)
    end = max(day.end, zone_after.end if zone_after else 0)
    return Pieces(time.start, end, day, time, zone_after)


def _with_time_after(text: str, day: DateWritten) -> Pieces:
    time = _time_after(text, day.end)
    if time is None:
        zone = None if day.month_day else zone_at(text, day.end)
        return Pieces(day.start, zone.end if zone else day.end, day, None, zone)
    zone = _zone(text, time.end, time)
    end = zone.end if zone else time.end
    year = _YEAR_LAST.match(text, end) if day.month_day else None
    if year:
        zone = zone or zone_at(text, year.end())
        end = max(year.end(), zone.end if zone else 0)
    return Pieces(day.start, end, day, time, zone, int(year[1]) if year else None)


def _time_after(text: str, position: int) -> TimeOfDay | None:
    if text.startswith("T", position) and (time := time_of_day_at(text, position + 1, compact=True, dotted=False)):
        return time
    tight = _TIGHT.match(text, position)
    if tight and (time := time_of_day_at(text, tight.end(), compact=False, dotted=False)):
        return time
    loose = _LOOSE.match(text, position)
    return time_of_day_at(text, loose.end(), compact=False, dotted=bool(loose["words"])) if loose else None


def _zone(text: str, position: int, time: TimeOfDay) -> Zone | None:
    minutes_only = time.precision in (Precision.HOUR, Precision.MINUTE)
    zone = zone_at(text, position, after_minutes_only=minutes_only)
    labelled = None if zone else _TO_ZONE_LABEL.match(text, position)
    return zone_at(text, labelled.end()) if labelled else zone


def _sharing_zone(text: str, one: Pieces, after: Pieces | None) -> Pieces:
    """“from 03:11 to 03:15 UTC” names the zone once for both."""
    if (
        one.zone
        or not one.time
        or not after
        or not after.zone
        or not _UNTIL.match(text[one.end : min(after.start, one.end + _LONGEST_GAP)])
    ):
        return one
    return replace(one, zone=after.zone)


def _lone(text: str, times: list[TimeOfDay], together: list[Pieces]) -> list[Pieces]:
    """Times of day that no date has taken."""
    lone, taken = [], iter(together)
    current = next(taken, None)
    for time in times:
        while current and current.end <= time.start:
            current = next(taken, None)
        if current is None or time.end <= current.start:
            zone = _zone(text, time.end, time)
            zone = zone if zone and (current is None or zone.end <= current.start) else None
            lone.append(Pieces(time.start, zone.end if zone else time.end, None, time, zone))
    return lone
