"""Moments and ages in words, each with its place: “6 Dec, 18:00 Tbilisi”. Knows no deadline and no article."""

from __future__ import annotations

from datetime import date, datetime, timedelta, tzinfo
from zoneinfo import ZoneInfo

_MONTHS = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip
_UNITS = ((365, "year"), (30, "month"), (1, "day"))


def place_of(zone: tzinfo) -> str:
    """The city that a time zone is named after (“Asia/Tbilisi” is Tbilisi); UTC and fixed offsets by their name."""
    name = zone.key if isinstance(zone, ZoneInfo) else str(zone)
    return name.rsplit("/", maxsplit=1)[-1].replace("_", " ")


def day_in_words(day: date) -> str:
    """“6 December 2026”."""
    return f"{day.day} {_MONTHS[day.month - 1]} {day.year}"


def moment_in_words(moment: datetime, zone: tzinfo, *, now: datetime) -> str:
    """“6 Dec, 18:00 Tbilisi”, with the year where it is not the current one. `moment` and `now` are aware."""
    there = moment.astimezone(zone)
    year = "" if there.year == now.astimezone(zone).year else f" {there.year}"
    return f"{there.day} {_MONTHS[there.month - 1][:3]}{year}, {there:%H:%M} {place_of(zone)}"


def length_in_words(length: timedelta) -> str:
    """A positive length, in the largest unit that still counts two: “12 days”, “30 hours”, “45 minutes”. Rounds down,
    so that nobody is promised time there isn't."""
    minutes = int(length.total_seconds() // 60)
    for size, unit in ((24 * 60, "day"), (60, "hour")):
        if minutes >= 2 * size:
            return _count(minutes // size, unit)
    return _count(minutes, "minute")


def age_in_words(day: date, today: date) -> str:
    """How long ago `day` was, in its largest unit: “9 years ago”, “today”."""
    days = (today - day).days
    if days <= 0:
        return "today" if days == 0 else f"in {_count(-days, 'day')}"
    size, unit = next((size, unit) for size, unit in _UNITS if days >= size)
    return f"{_count(days // size, unit)} ago"


def _count(number: int, unit: str) -> str:
    return f"{number} {unit}" if number == 1 else f"{number} {unit}s"
