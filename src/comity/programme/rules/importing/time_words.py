"""Times as tables give them: a day, a month, or from one month to another. Reads no clock."""

from __future__ import annotations

import re
from calendar import month_abbr, month_name, monthrange
from dataclasses import dataclass
from datetime import date

from comity.atlas.rules.packs.overview import Precision
from comity.programme.rules.importing.cell_readers import Unreadable
from comity.programme.rules.importing.sheet import Cell, as_text

YEARS = (1990, 2099)
"""Years outside are slips of the keyboard."""
_MONTHS = {name.lower(): number for names in (month_name, month_abbr) for number, name in enumerate(names) if number}
_MONTHS["sept"] = 9
_DAY = re.compile(r"(\d{4})-(\d{1,2})-(\d{1,2})\Z")
_WRITTEN_DAY = re.compile(r"(\d{1,2}) ([a-z]+)\.? (\d{4})\Z")
_MONTH = re.compile(r"([a-z]+)\.? (\d{4})\Z")
_SPAN = re.compile(r"([a-z]+)\.?(?: (\d{4}))? ?(?:-|to) ?([a-z]+)\.? (\d{4})\Z")


@dataclass(frozen=True, slots=True)
class Span:
    """The first and the last day that the words allow."""

    starts: date
    ends: date
    precision: Precision


def span(cell: Cell) -> Span:
    """2017-06-01, a date of the spreadsheet, 1 June 2017, June 2017, or September-November 2017. Raises Unreadable."""
    if isinstance(cell, date):
        return _bounded(Span(cell, cell, Precision.DAY), cell.isoformat())
    said = as_text(cell)
    plain = " ".join(re.sub(r"[–—−]", "-", said).lower().split())
    try:
        found = _day(plain) or _months(plain)
    except ValueError:
        raise Unreadable(f"“{said[:40]}” is a day that no calendar has. Look at it again.") from None
    if found is None:
        raise Unreadable(
            f"“{said[:40]}” is no time that can be read. Write 2017-06-01, June 2017 or September-November 2017."
        )
    return _bounded(found, said)


def together(begins: Span, ends: Span | None) -> Span | str:
    """One time of two cells; or a sentence for the second, where they do not belong together."""
    if ends is None:
        return begins
    if Precision.MONTHS in {begins.precision, ends.precision}:
        return "One of the two times names several months already. Leave this one empty."
    if begins.precision is not ends.precision:
        return "One of the two times is a day, the other a month. Write both as days, or both as months."
    if begins.precision is Precision.DAY:
        return Span(begins.starts, ends.ends, Precision.DAY)
    same = begins.starts == ends.starts
    return Span(begins.starts, ends.ends, Precision.MONTH if same else Precision.MONTHS)


def _day(plain: str) -> Span | None:
    if numbers := _DAY.match(plain):
        year, month, day = map(int, numbers.groups())
    elif (written := _WRITTEN_DAY.match(plain)) and written[2] in _MONTHS:
        year, month, day = int(written[3]), _MONTHS[written[2]], int(written[1])
    else:
        return None
    found = date(year, month, day)
    return Span(found, found, Precision.DAY)


def _months(plain: str) -> Span | None:
    if (one := _MONTH.match(plain)) and one[1] in _MONTHS:
        return _month_span(int(one[2]), _MONTHS[one[1]], int(one[2]), _MONTHS[one[1]])
    if (two := _SPAN.match(plain)) and two[1] in _MONTHS and two[3] in _MONTHS:
        last = int(two[4])
        return _month_span(int(two[2] or last), _MONTHS[two[1]], last, _MONTHS[two[3]])
    return None


def _month_span(first_year: int, first: int, last_year: int, last: int) -> Span:
    starts, ends = date(first_year, first, 1), date(last_year, last, monthrange(last_year, last)[1])
    same = (first_year, first) == (last_year, last)
    return Span(starts, ends, Precision.MONTH if same else Precision.MONTHS)


def _bounded(found: Span, said: str) -> Span:
    for day in (found.starts, found.ends):
        if not YEARS[0] <= day.year <= YEARS[1]:
            raise Unreadable(f"“{said[:40]}”: the year {day.year} is outside {YEARS[0]} to {YEARS[1]}. Look again.")
    if found.ends < found.starts:
        raise Unreadable(f"“{said[:40]}” ends before it begins. Write the earlier month first, with its year.")
    return found
