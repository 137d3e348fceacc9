"""How long a clock runs: the length that fits the request, and when it ends. The first day is not counted."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any

from comity.atlas.rules.packs.clock_rules import ClockRule, Length
from comity.casework.rules.clocks.calendar import Calendar
from comity.casework.rules.clocks.happening import Happening, as_date

_DAYS = re.compile(r"(?<![\w.,])(\d{1,4})[\s-]+(?:calendar\s+)?days?\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Span:
    """The end of a clock, in UTC, the day there on which it ends, and its length (60 of “day”; no unit where the day
    was named). `moved_from` is the day off on which it would have ended."""

    ends: datetime
    last: date
    number: int
    unit: str
    moved_from: date | None = None


def fitting(rule: ClockRule, content: Mapping[str, Any]) -> Length | None:
    """The first length of the rule whose conditions the request's content meets."""
    return next((item for item in rule.length if _fits(item, content)), None)


def span(
    rule: ClockRule, length: Length, start: Happening, moment: datetime, day: date, content: Mapping[str, Any],
    calendar: Calendar,
) -> Span | None:  # fmt: skip
    """From the start, at `moment` on `day` there, to the end. None where the end is a day that was not named."""
    if length.hours is not None:
        ends = moment + timedelta(hours=length.hours)
        return Span(ends, calendar.day_of(ends), length.hours, "hour")
    last, number, unit = _last_day(length, start, day, content, calendar)
    if last is None:
        return None
    ends_on = calendar.moved(last) if rule.end_moves else last
    return Span(calendar.end_of(ends_on), ends_on, number, unit, None if ends_on == last else last)


def _last_day(
    length: Length, start: Happening, day: date, content: Mapping[str, Any], calendar: Calendar
) -> tuple[date | None, int, str]:
    if length.until is not None:
        return as_date(start.part(length.until)), 0, ""
    if length.working_days is not None:
        return calendar.working_days_after(day, length.working_days), length.working_days, "working day"
    if length.months is not None:
        return calendar.months_after(day, length.months), length.months, "month"
    days = max(length.days or 0, stipulated(content.get(length.or_longer)))
    return day + timedelta(days=days), days, "day"


def stipulated(value: Any) -> int:
    """The number of days in a time frame as people write it (“within 45 days of receipt”); 0 where it says no one
    number of days."""
    if isinstance(value, int) and not isinstance(value, bool):
        return max(0, min(value, 3650))
    found = _DAYS.findall(value) if isinstance(value, str) else []
    return min(int(found[0]), 3650) if len(found) == 1 else 0


def _fits(length: Length, content: Mapping[str, Any]) -> bool:
    return all(set(_as_list(content.get(name)) or [""]) & set(wanted) for name, wanted in length.when.items())


def _as_list(value: Any) -> list[str]:
    items = value if isinstance(value, list) else [value]
    return [item for item in items if isinstance(item, str)]
