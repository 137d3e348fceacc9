"""The day as of which a page of the atlas speaks: read from its address, today where it can't be."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from urllib.parse import urlencode

from django.core.exceptions import ValidationError
from django.http import HttpRequest

from comity.kernel import clock
from comity.kernel.words import say
from comity.web.planner.fields import read_day


@dataclass(frozen=True, slots=True)
class DayAsked:
    """`problem` says what could not be read; `is_today` is False where the reader looks at another day; `kept` are the
    other parameters of the address, which the day's form carries along."""

    day: date
    problem: str
    is_today: bool
    kept: tuple[tuple[str, str], ...] = ()

    @property
    def query(self) -> str:
        """What links to other pages carry, so that the day goes along."""
        return "" if self.is_today else f"?at={self.day.isoformat()}"


def day_asked(request: HttpRequest, *, keep: tuple[str, ...] = ()) -> DayAsked:
    """The day in the address's `at`."""
    kept = tuple((name, request.GET[name]) for name in keep if request.GET.get(name))
    try:
        day = read_day(request.GET.get("at", "").strip())
    except ValidationError as problem:
        return DayAsked(clock.today(), say("{problem} The page shows today.", problem=problem.messages[0]), True, kept)
    return DayAsked(day, "", day == clock.today(), kept)


def query(values: Mapping[str, str]) -> str:
    """A query with those values that there are."""
    found = urlencode({name: value for name, value in values.items() if value})
    return f"?{found}" if found else ""
