"""Months as their first days."""

from __future__ import annotations

from datetime import date

YEAR = 12


def month_of(day: date) -> date:
    """The first day of its month."""
    return day.replace(day=1)


def months(first: date, last: date) -> list[date]:
    """Every month that a day from `first` to `last` lies in."""
    return [_month(number) for number in range(_number(first), _number(last) + 1)]


def months_before(day: date, count: int, *, since: date) -> list[date]:
    """The last full months before the day's own, at most `count`, none before that of `since`."""
    own = _number(day)
    return [_month(number) for number in range(max(_number(since), own - count), own)]


def _number(day: date) -> int:
    return day.year * YEAR + day.month - 1


def _month(number: int) -> date:
    return date(number // YEAR, number % YEAR + 1, 1)
