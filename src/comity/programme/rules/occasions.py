"""Which of many activities fall together: spans joined to few, and the neighbours of one found without looking at all.

Knows no database.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from datetime import date, timedelta

from comity.programme.rules.conflict import Occasion

SPARE = timedelta(days=14)
"""Spans closer than this are asked for as one: a few rows too many cost less than a condition more."""
Span = tuple[date, date]


def joined(spans: Iterable[Span]) -> list[Span]:
    """Fewer spans that hold all days of these, in their order."""
    found: list[Span] = []
    for starts, ends in sorted(spans):
        if found and (starts - found[-1][1]) <= SPARE:
            found[-1] = (found[-1][0], max(ends, found[-1][1]))
        else:
            found.append((starts, ends))
    return found


class Occasions:
    """Those of some time, to be given in the order of their first days."""

    def __init__(self, occasions: Sequence[Occasion]) -> None:
        self._all = occasions
        self._starts = [each.starts for each in occasions]
        self._longest = max((each.ends - each.starts for each in occasions), default=timedelta())

    def near(self, one: Occasion) -> Sequence[Occasion]:
        """All that share a day with `one`, and perhaps some that do not."""
        first = bisect_left(self._starts, one.starts - min(self._longest, one.starts - date.min))
        return self._all[first : bisect_right(self._starts, one.ends)]
