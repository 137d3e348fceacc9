"""Days and moments in the language spoken here: English as this house writes it, the others by CLDR.

Lengths of time are sentences, and said as such.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime, tzinfo
from functools import cache
from zoneinfo import ZoneInfo

from babel import Locale
from babel.core import get_global
from babel.dates import format_date, format_skeleton

from comity.kernel.cldr import long_day
from comity.kernel.languages import ENGLISH
from comity.kernel.words import spoken

_MONTHS = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip
_WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")


def day_words(day: date) -> str:
    """“6 December 2026”."""
    return long_day(day, spoken())


def english_day(day: date) -> str:
    """The same in English, whatever is spoken."""
    return long_day(day, ENGLISH.code)


def short_day_words(day: date, *, year: bool) -> str:
    """“6 Dec”, and “6 Dec 2027” with the year."""
    if spoken() == ENGLISH.code:
        return f"{day.day} {_MONTHS[day.month - 1][:3]}{f' {day.year}' if year else ''}"
    return format_skeleton("yMMMd" if year else "MMMd", _noon(day), locale=spoken())


def month_words(month: date) -> str:
    """“December 2026”, for any day of it."""
    if spoken() == ENGLISH.code:
        return f"{_MONTHS[month.month - 1]} {month.year}"
    return format_skeleton("yMMMM", _noon(month), locale=spoken())


def weekday_words(day: date) -> str:
    """“Sunday”."""
    if spoken() == ENGLISH.code:
        return _WEEKDAYS[day.weekday()]
    return format_date(day, "cccc", locale=spoken())


def place_words(zone: tzinfo) -> str:
    """The city that a time zone is named after (“Asia/Tbilisi” is Tbilisi); UTC and fixed offsets by their name."""
    name = zone.key if isinstance(zone, ZoneInfo) else str(zone)
    if spoken() != ENGLISH.code:
        city = _cities(spoken()).get(name)
        if city:
            return city
    return name.rsplit("/", maxsplit=1)[-1].replace("_", " ")


@cache
def _cities(language: str) -> Mapping[str, str]:
    """CLDR knows some zones by a name that they had before: Kyiv stands under Kiev."""
    known = {name: str(zone["city"]) for name, zone in Locale.parse(language).time_zones.items() if "city" in zone}
    return {get_global("zone_aliases").get(name, name): city for name, city in known.items()} | known


def _noon(day: date) -> datetime:
    """A skeleton is filled from a moment; the middle of the day is the same day in every zone nearby."""
    return datetime(day.year, day.month, day.day, 12)  # noqa: DTZ001
