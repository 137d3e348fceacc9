"""Times calls by the wall clock, in nanoseconds, and says what is usual and what is not."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from statistics import median


@dataclass(frozen=True, slots=True)
class Sample:
    """Durations in nanoseconds, in the order they were taken."""

    nanoseconds: tuple[int, ...]

    @property
    def median(self) -> float:
        return median(self.nanoseconds)

    @property
    def least(self) -> int:
        return min(self.nanoseconds)

    @property
    def most(self) -> int:
        return max(self.nanoseconds)

    @property
    def seconds(self) -> float:
        """All of it together."""
        return sum(self.nanoseconds) / 1e9


def timed(calls: Iterable[Callable[[], object]]) -> Sample:
    """Each call once, each timed alone. What the call is made of is prepared outside the time taken."""
    taken: list[int] = []
    for call in calls:
        start = time.perf_counter_ns()
        call()
        taken.append(time.perf_counter_ns() - start)
    return Sample(tuple(taken))


def in_words(nanoseconds: float) -> str:
    """A duration in the unit that people would use for it."""
    for unit, size in (("s", 1e9), ("ms", 1e6), ("µs", 1e3)):
        if nanoseconds >= size * 0.9995:  # what would be written as a thousand belongs to the next unit
            return f"{nanoseconds / size:.3g} {unit}"
    return f"{nanoseconds:.0f} ns"
