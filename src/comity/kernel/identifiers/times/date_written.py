"""Dates as people and machines write them. A date with two readings keeps both; a year is never filled in."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from comity.kernel.identifiers.times.month import month_named

_YEAR_WORD = r"(?: ?(?:г\.?|года|году|р\.|року|год[еа]?)(?!\w)|-c[iıuü] il(?:də)?)?"
"""What Russian, Ukrainian and Azerbaijani add to a year."""

_NUMBERS = re.compile(
    r"(?<![0-9A-Za-z_/\\])(?<!\d[.:-])(?P<a>\d{1,4})(?P<mark>[-/.])(?P<b>\d{1,2})(?P=mark)(?P<c>\d{4}|\d{1,2})"
    rf"{_YEAR_WORD}(?![0-9]|[-/.]\d)"
)
_COMPACT = re.compile(r"(?<![0-9A-Za-z_/])(?P<year>(?:19|20)\d\d)(?P<month>[01]\d)(?P<day>[0-3]\d)(?=T\d{4})")
_DAY_FIRST = re.compile(
    r"(?<![\w.])(?P<day>\d{1,2})(?:st|nd|rd|th|\.)?[ /-]{0,2}(?:of )?(?P<month>[^\W\d_]{3,12})\.?"
    rf"(?:[ ,/-]{{1,2}}'?(?P<year>\d{{4}}|\d{{2}}(?=[ ,T]{{1,2}}\d{{1,2}}[:.]))(?!\d){_YEAR_WORD})?"
)
_MONTH_FIRST = re.compile(
    r"(?<!\w)(?P<month>[^\W\d_]{3,12})\.?[ -]{1,2}(?P<day>\d{1,2})(?:st|nd|rd|th)?"
    r"(?:,?[ -]{1,2}(?P<year>\d{4})(?![\d:]))?(?![\d/:])"
)
_YEAR_FIRST = re.compile(
    r"(?<!\w)(?P<year>(?:19|20)\d\d)(?: ?(?:թ\.?|թվականի|წლის|წ\.) ?|[ -])"
    r"(?:(?P<day>\d{1,2})[ -](?P<month>[^\W\d_]{3,12})"
    r"|(?P<month2>[^\W\d_]{3,12})[ -](?P<day2>\d{1,2})(?:-?ին)?)(?![\d:])"
)
_YEARS = range(1970, 2100)
"""Providers kept no logs before, and no request reaches beyond; other figures are no years."""

_CENTURY = 100
_FULL = 4
"""The figures of a full year."""

_MONTHS, _MOST_DAYS = 12, 31
_PIVOT = 50
"""RFC 5322, section 4.3: a two-digit year from 00 to 49 belongs to this century."""


@dataclass(frozen=True, slots=True)
class DateWritten:
    """`readings` holds every day that the text can mean; without a year it is empty and `month_day` says the rest.
    Where both are empty, the calendar has no such day.

    `short` marks a two-digit year in figures: without a time beside it, that is no date but a version or a share.
    """

    start: int
    end: int
    readings: tuple[date, ...] = ()
    month_day: tuple[int, int] | None = None
    short: bool = False


def find_dates(text: str) -> list[DateWritten]:
    """All dates in order of appearance; where two readings overlap, the one that starts first, then the longer one."""
    found = sorted(_all(text), key=lambda one: (one.start, -one.end))
    kept: list[DateWritten] = []
    for one in found:
        if not kept or one.start >= kept[-1].end:
            kept.append(one)
        elif kept[-1].month_day and not one.month_day:  # “May 16 June 2017”: the whole date wins over the half
            kept[-1] = one
    return kept


def _all(text: str) -> Iterator[DateWritten]:
    for match in _NUMBERS.finditer(text):
        if one := _in_numbers(match):
            yield one
    for match in _COMPACT.finditer(text):
        yield from _whole(match.span(), match["year"], int(match["month"]), match["day"])
    for pattern in (_DAY_FIRST, _MONTH_FIRST):
        for match in pattern.finditer(text):
            yield from _in_words(match, match["day"], match["month"], match["year"])
    for match in _YEAR_FIRST.finditer(text):
        yield from _in_words(match, match["day"] or match["day2"], match["month"] or match["month2"], match["year"])


def _in_words(match: re.Match[str], day: str, word: str, year: str | None) -> Iterator[DateWritten]:
    month = month_named(word)
    if month is None:
        return
    if year:
        yield from _whole(match.span(), year, month, day)
    elif _day(2000, month, int(day)):  # a leap year, so that 29 February stands
        yield DateWritten(*match.span(), month_day=(month, int(day)))


def _whole(span: tuple[int, int], year: str, month: int, day: str) -> Iterator[DateWritten]:
    when = _day(_year(year), month, int(day))
    if when or _looks_like_a_day(_year(year), month, int(day)):
        yield DateWritten(*span, readings=(when,) if when else ())


def _in_numbers(match: re.Match[str]) -> DateWritten | None:
    orders = [(_year(y), int(m), int(d)) for y, m, d in _orders(match["a"], match["b"], match["c"], match["mark"])]
    days = dict.fromkeys(when for order in orders if (when := _day(*order)))
    if not days and not any(_looks_like_a_day(*order) for order in orders):
        return None
    return DateWritten(*match.span(), readings=tuple(days), short=len(match["a"]) < _FULL and len(match["c"]) < _FULL)


def _orders(a: str, b: str, c: str, mark: str) -> list[tuple[str, str, str]]:
    """The orders of year, month and day in which three numbers can be read."""
    if len(a) == _FULL:
        return [(a, b, c)] if len(c) < _FULL else []
    if len(a) == _FULL - 1 or len(c) == 1:
        return []
    if mark == ".":  # day.month.year wherever full stops are used
        return [(c, b, a)]
    return [(c, b, a), (c, a, b), *([(a, b, c)] if len(a) == len(c) == len("17") else [])]


def _looks_like_a_day(year: int, month: int, day: int) -> bool:
    """“31.06.2017”: a slip in a date, not some other number."""
    return year in _YEARS and 1 <= month <= _MONTHS and 1 <= day <= _MOST_DAYS


def _year(text: str) -> int:
    year = int(text)
    if len(text) == _FULL:
        return year
    return year + (20 if year < _PIVOT else 19) * _CENTURY


def _day(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day) if year in _YEARS else None
    except ValueError:
        return None
