"""Months as their first days."""

from __future__ import annotations

from datetime import date

DECEMBER = 12


def month_of(day: date) -> date:
    """The first day of its month."""
    return day.replace(day=1)


def next_month(day: date) -> date:
    """The first day of the month after."""
    return date(day.year + 1, 1, 1) if day.month == DECEMBER else date(day.year, day.month + 1, 1)


def months(first: date, last: date) -> list[date]:
    """Every month that a day from `first` to `last` lies in."""
    found, month = [], month_of(first)
    while month <= last:
        found.append(month)
        month = next_month(month)
    return found
