"""How long an answer is expected to take: in words, and as a bar on a scale from an hour to years. Promises nothing."""

from __future__ import annotations

from dataclasses import dataclass
from math import log

from comity.kernel.words import noted, say, say_count

_HOUR, _YEAR = 1 / 24, 365.25
_FROM, _TO = _HOUR, 3 * _YEAR
WIDTH = 160
"""Units of the drawing across; the scale is logarithmic, so that hours and years can be told apart on it."""

_MARKS = ((noted("hour"), _HOUR), (noted("day"), 1.0), (noted("month"), 30.4), (noted("year"), _YEAR))
_NEARLY = 0.03
"""Parts of a unit that nobody misses: 30 days are a month, 365 a year."""

_UNITS = ((_YEAR, "year"), (30.4, "month"), (7.0, "week"), (1.0, "day"), (_HOUR, "hour"))


@dataclass(frozen=True, slots=True)
class Mark:
    word: str
    at: float


@dataclass(frozen=True, slots=True)
class TimeScale:
    """`words` says it all; `start` and `length` are the bar, `marks` the scale below it, in units of the drawing."""

    words: str
    start: float
    length: float
    marks: tuple[Mark, ...]
    width: int = WIDTH


def time_scale(least_days: float, most_days: float) -> TimeScale:
    """The scale for an expectation of `least_days` to `most_days`."""
    start, end = _place(least_days), _place(most_days)
    marks = tuple(Mark(word, round(_place(days), 1)) for word, days in _MARKS)
    return TimeScale(span_in_words(least_days, most_days), round(start, 1), round(max(end - start, 4), 1), marks)


def span_in_words(least_days: float, most_days: float) -> str:
    """“2 hours to 3 days”, “6 months to 2 years”; the unit once where both share it."""
    least, most = _counted(least_days), _counted(most_days)
    if least == most:
        return say("about {length}", length=_length(most))
    first = str(least[0]) if least[1] == most[1] else _length(least)
    return say("{first} to {last}", first=first, last=_length(most))


def _counted(days: float) -> tuple[int, str]:
    """The length in the largest unit that says it well: weeks only where they come out even, years from two on."""
    for size, unit in _UNITS:
        count = round(days / size)
        exact = abs(days / size - count) < _NEARLY
        if count and (unit not in {"year", "week"} or exact) and (count > 1 or exact):
            return count, unit
    return 1, "hour"


def _length(counted: tuple[int, str]) -> str:
    count, unit = counted
    match unit:
        case "year":
            return say_count("{count} year", "{count} years", count)
        case "month":
            return say_count("{count} month", "{count} months", count)
        case "week":
            return say_count("{count} week", "{count} weeks", count)
        case "day":
            return say_count("{count} day", "{count} days", count)
        case _:
            return say_count("{count} hour", "{count} hours", count)


def _place(days: float) -> float:
    within = min(max(days, _FROM), _TO)
    return WIDTH * log(within / _FROM) / log(_TO / _FROM)
