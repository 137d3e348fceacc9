"""The days off of a country, as the holidays library knows them: without a network, for any year. Knows no law."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from functools import lru_cache

import holidays

from comity.casework.rules.clocks.calendar import Calendar


def country_calendar(zone: str, code: str | None) -> Calendar:
    """The calendar of a place in `zone`, with the public holidays and the working Saturdays of the country that the
    library knows under `code`. Without one, they are not known.

    Days of feasts that follow the moon are estimates for years to come. Raises NotImplementedError for a code that the
    library does not know.
    """
    if not code:
        return Calendar(zone)
    country = _country(code)
    return Calendar(zone, country, _Worked(country), frozenset(country.weekend))


@dataclass(frozen=True, slots=True)
class _Worked:
    """The days of a weekend on which people work, in exchange for another day."""

    country: holidays.HolidayBase

    def __contains__(self, day: object) -> bool:
        return isinstance(day, date) and bool(self.country.is_working_day(day))


@lru_cache(maxsize=300)
def _country(code: str) -> holidays.HolidayBase:
    """Worked out year by year as days are asked for."""
    return holidays.country_holidays(code)


def holiday_name(code: str, day: date) -> str:
    """The English name of the public holiday that `day` is in the country that the library knows under `code`; empty
    for none, and for a country that it does not know."""
    found = _in_english(code) if code else None
    return found.get(day, "") if found is not None else ""


@lru_cache(maxsize=300)
def _in_english(code: str) -> holidays.HolidayBase | None:
    try:
        return holidays.country_holidays(code, language="en_US")
    except NotImplementedError:
        return None
