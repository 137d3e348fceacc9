"""A span of calendar days, closed at its start and open at its end."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class Period:
    """Days from `start` (included) to `end` (excluded); `None` leaves that side without a limit.

    Raises ValueError where the end is not after the start.
    """

    start: date | None = None
    end: date | None = None

    def __post_init__(self) -> None:
        if self.start and self.end and self.end <= self.start:
            raise ValueError(f"The period ends on {self.end}, which is not after its start on {self.start}.")

    def covers(self, day: date) -> bool:
        return (self.start is None or self.start <= day) and (self.end is None or day < self.end)

    def overlaps(self, other: Period) -> bool:
        return _before(self.start, other.end) and _before(other.start, self.end)

    def __str__(self) -> str:
        return f"{self.start or 'always'} to {self.end or 'now'}"


def _before(start: date | None, end: date | None) -> bool:
    return start is None or end is None or start < end
