"""A month as a calendar: whole weeks from Monday, what falls on each day, and what is known to the month only."""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Generic, Protocol, TypeVar

from comity.atlas.rules.packs.overview import Precision
from comity.programme.rules.activity_time import FIRST, LAST


class Timed(Protocol):
    """Whatever has days and says how exactly they are known."""

    @property
    def starts(self) -> date: ...
    @property
    def ends(self) -> date: ...
    @property
    def precision(self) -> Precision: ...


T = TypeVar("T", bound=Timed)


@dataclass(frozen=True, slots=True)
class Day(Generic[T]):
    """`inside` tells a day of the month from one of its neighbours, which shows nothing."""

    day: date
    inside: bool
    entries: tuple[T, ...]


@dataclass(frozen=True, slots=True)
class Month(Generic[T]):
    """`loose` is what is known to the month or to several months only."""

    first: date
    last: date
    weeks: tuple[tuple[Day[T], ...], ...]
    loose: tuple[T, ...]

    @property
    def busy(self) -> tuple[Day[T], ...]:
        """The days on which something takes place."""
        return tuple(day for week in self.weeks for day in week if day.entries)


def month_asked(text: str, today: date) -> tuple[date, date]:
    """First and last day of the month that “2017-10” or “2017-10-05” names; of today's for anything else."""
    try:
        found = date.fromisoformat(f"{text}-01" if text.count("-") == 1 else text)
    except ValueError:
        found = today
    found = found if FIRST <= found <= LAST else today
    return found.replace(day=1), found.replace(day=monthrange(found.year, found.month)[1])


def neighbours(first: date) -> tuple[date, date]:
    """The first days of the month before and of the month after."""
    return (first - timedelta(days=1)).replace(day=1), (first + timedelta(days=32)).replace(day=1)


def month_of(first: date, last: date, entries: Sequence[T]) -> Month[T]:
    """The month with what touches it, each day in the order of `entries`."""
    inside = [each for each in entries if each.starts <= last and each.ends >= first]
    exact = [each for each in inside if each.precision is Precision.DAY]
    begin = first - timedelta(days=first.weekday())
    count = ((last - begin).days // 7 + 1) * 7
    days = [_day(begin + timedelta(days=number), first, last, exact) for number in range(count)]
    weeks = tuple(tuple(days[start : start + 7]) for start in range(0, count, 7))
    return Month(first, last, weeks, tuple(each for each in inside if each.precision is not Precision.DAY))


def _day(day: date, first: date, last: date, exact: Iterable[T]) -> Day[T]:
    within = first <= day <= last
    return Day(day, within, tuple(each for each in exact if within and each.starts <= day <= each.ends))
