"""The span of days that a report is about, as people write it."""

from __future__ import annotations

import re
from calendar import monthrange
from dataclasses import dataclass
from datetime import date

from comity.kernel.day_words import day_words
from comity.kernel.words import say

_SPAN = re.compile(r"(\d{4}-\d\d-\d\d)\.\.(\d{4}-\d\d-\d\d)\Z")
_QUARTER = re.compile(r"(\d{4})-Q([1-4])\Z")
_MONTH = re.compile(r"(\d{4})-(\d\d)\Z")
_YEAR = re.compile(r"(\d{4})\Z")


@dataclass(frozen=True, slots=True)
class Reported:
    """Both days belong to it."""

    starts: date
    ends: date

    def __str__(self) -> str:
        return say("{first} to {last}", first=day_words(self.starts), last=day_words(self.ends))

    def meets(self, starts: date, ends: date) -> bool:
        """Whether something from `starts` to `ends`, both included, lies in it at least in part."""
        return starts <= self.ends and self.starts <= ends


def reported(text: str) -> Reported:
    """“2017”, “2017-Q2”, “2017-06” or “2017-01-01..2017-06-30”. Raises ValueError with a sentence."""
    written = text.strip()
    try:
        found = _read(written)
    except ValueError:
        found = None
    if found is None:
        raise ValueError(
            say("“{value}” is not a period. Write 2017, 2017-Q2, 2017-06 or 2017-01-01..2017-06-30.", value=text)
        )
    if found.ends < found.starts:
        raise ValueError(
            say("The period ends on {ends}, before it begins on {starts}.", ends=found.ends, starts=found.starts)
        )
    return found


def _read(written: str) -> Reported | None:
    if match := _SPAN.match(written):
        return Reported(date.fromisoformat(match[1]), date.fromisoformat(match[2]))
    if match := _QUARTER.match(written):
        return _months(int(match[1]), 3 * int(match[2]) - 2, 3 * int(match[2]))
    if match := _MONTH.match(written):
        return _months(int(match[1]), int(match[2]), int(match[2]))
    if match := _YEAR.match(written):
        return _months(int(match[1]), 1, 12)
    return None


def _months(year: int, first: int, last: int) -> Reported:
    return Reported(date(year, first, 1), date(year, last, monthrange(year, last)[1]))
