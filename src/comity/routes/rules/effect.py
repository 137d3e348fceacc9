"""What a reform does to one question: the best way before and after it. Unknown is never counted as closed."""

from __future__ import annotations

from enum import StrEnum
from functools import lru_cache
from typing import NamedTuple

from comity.routes.rules.route import BEST_FIRST, RANK, Status
from comity.routes.rules.stance import Stance, Way

USABLE = RANK[Status.DEGRADED]
"""The worst rank of a way that leads there for certain."""


class Effect(StrEnum):
    """`KNOWN` and `DOUBTFUL` stand apart from `OPENED`: where it was not known whether a way was open, no reform opened
    it, and where a reform leaves another fact missing, none is open for certain."""

    OPENED = "opened"
    KNOWN = "known"
    UPGRADED = "upgraded"
    SHORTENED = "shortened"
    DOUBTFUL = "doubtful"
    SAME = "same"
    WORSENED = "worsened"

    @property
    def label(self) -> str:
        return {
            "opened": "opened",
            "known": "becomes known to be open",
            "upgraded": "better",
            "shortened": "faster",
            "doubtful": "no longer closed, not yet known",
            "same": "as before",
            "worsened": "worse",
        }[self]


class Best(NamedTuple):
    """The best way to an answer: its status, its name, the days it is expected to take (None without a way)."""

    status: Status
    title: str
    days: float | None


class Count(NamedTuple):
    """Of all ways to an answer, how many a reform opened, made known to be open, upgraded, and worsened."""

    opened: int = 0
    known: int = 0
    upgraded: int = 0
    worsened: int = 0


def best(ways: tuple[Way, ...], ranks: Stance) -> Best:
    """The way that a plan would put first, by time."""
    if not ways:
        return Best(Status.CLOSED, "", None)
    rank, days, title = min((rank, way.days, way.title) for rank, way in zip(ranks, ways, strict=True))
    return Best(BEST_FIRST[rank], title, days)


def effect(before: Best, after: Best) -> Effect:
    """The change from one best way to another. A better status counts before fewer days, as in a plan."""
    old, new = RANK[before.status], RANK[after.status]
    if new > old:
        return Effect.WORSENED
    if new < old:
        return _better(before.status, new)
    if new > USABLE or before.days is None or after.days is None or before.days == after.days:
        return Effect.SAME
    return Effect.SHORTENED if after.days < before.days else Effect.WORSENED


def _better(before: Status, new: int) -> Effect:
    if new > USABLE:
        return Effect.DOUBTFUL
    return {Status.CLOSED: Effect.OPENED, Status.UNKNOWN: Effect.KNOWN}.get(before, Effect.UPGRADED)


@lru_cache(maxsize=65536)
def count(before: Stance, after: Stance) -> Count:
    """The ways one by one."""
    found = [_better(BEST_FIRST[old], new) for old, new in zip(before, after, strict=True) if new < old]
    return Count(
        found.count(Effect.OPENED),
        found.count(Effect.KNOWN),
        found.count(Effect.UPGRADED),
        sum(new > old for old, new in zip(before, after, strict=True)),
    )
