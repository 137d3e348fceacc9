"""Lengths of time in steps: minutes up to two hours, hours up to three days, then days. Medians are exact to the step.

Counting how many requests took so long, instead of keeping each length, is what lets medians of a million be added up.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime

from comity.kernel.words import say, say_count

HOUR = 60
DAY = 24 * HOUR
IN_MINUTES_BELOW = 2 * HOUR
IN_HOURS_BELOW = 72 * HOUR

MEDIAN = (1, 2)
NINETIETH = (9, 10)


def step(begun: datetime, ended: datetime) -> int:
    """The step in which the time between two moments falls, as the minutes at which that step begins.

    0 where `ended` lies before `begun`: a dispatch that was noted later than its answer.
    """
    return stepped(max(0, int((ended - begun).total_seconds()) // 60))


def in_hours(minutes: int) -> int:
    """The step without its minutes: what lies below an hour begins at 0."""
    return minutes // HOUR * HOUR


def stepped(minutes: int) -> int:
    """The minutes at which the step begins that holds so many minutes."""
    if minutes < IN_MINUTES_BELOW:
        return minutes
    unit = HOUR if minutes < IN_HOURS_BELOW else DAY
    return minutes // unit * unit


def quantile(counts: Mapping[int, int], share: tuple[int, int]) -> int | None:
    """The smallest step that at least this share of the counted lengths does not exceed; None where none is counted.

    Nearest rank: always a length that occurred. `share` is a fraction, MEDIAN or NINETIETH.
    """
    total = sum(counts.values())
    if total <= 0:
        return None
    above, below = share
    rank = -(-total * above // below)
    for minutes in sorted(counts):
        rank -= counts[minutes]
        if rank <= 0:
            return minutes
    return None


def in_words(minutes: int | None, *, finest: int = 1) -> str:
    """“35 minutes”, “5 hours”, “12 days”; “none” for None. `finest` is 1 where minutes were counted, HOUR where only
    hours were: then “1 hour” and “under an hour” are all that is known."""
    if minutes is None:
        return say("none")
    if minutes < finest:
        return say("under a minute") if finest == 1 else say("under an hour")
    if minutes >= IN_HOURS_BELOW:
        return say_count("{count} day", "{count} days", minutes // DAY)
    if minutes >= (HOUR if finest == HOUR else IN_MINUTES_BELOW):
        return say_count("{count} hour", "{count} hours", minutes // HOUR)
    return say_count("{count} minute", "{count} minutes", minutes)
