"""The figures of a period as one tree of values: what page, charts, CSV, JSON and commands all show. Reads nothing."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime

from comity.casework.rules.direction import Direction
from comity.casework.rules.statistics.duration import MEDIAN, NINETIETH, in_words, quantile

BOTH = (Direction.OUTGOING, Direction.INCOMING)


@dataclass(frozen=True, slots=True)
class Asked:
    """Which figures: of the months from `since` to `until`, both first days of a month and both included; for one
    country, or all (""); in one direction, or both (None)."""

    since: date
    until: date
    country: str = ""
    direction: Direction | None = None

    @property
    def directions(self) -> tuple[Direction, ...]:
        return (self.direction,) if self.direction else BOTH


@dataclass(frozen=True, slots=True)
class Standing:
    """The ledger is counted up to and with entry `counted`, at `at` (None: never); its newest entry is `recorded`.
    `version` is another whenever something was counted."""

    counted: int
    recorded: int
    at: datetime | None
    version: str = ""

    @property
    def behind(self) -> int:
        return max(0, self.recorded - self.counted)


@dataclass(frozen=True, slots=True)
class Line:
    """A count in each direction under one name."""

    key: str
    label: str
    outgoing: int
    incoming: int

    @property
    def total(self) -> int:
        return self.outgoing + self.incoming

    def of(self, direction: Direction) -> int:
        return self.outgoing if direction is Direction.OUTGOING else self.incoming


@dataclass(frozen=True, slots=True)
class Month:
    """The requests of a month; `month` is its first day."""

    month: date
    outgoing: int
    incoming: int


@dataclass(frozen=True, slots=True)
class Times:
    """How long something took, in minutes, for the `count` requests for which it happened; None where for none.
    `finest` is the unit that was counted, in minutes."""

    key: str
    label: str
    direction: Direction
    count: int
    median: int | None
    ninetieth: int | None
    finest: int = 1

    @property
    def median_in_words(self) -> str:
        return in_words(self.median, finest=self.finest)

    @property
    def ninetieth_in_words(self) -> str:
        return in_words(self.ninetieth, finest=self.finest)


@dataclass(frozen=True, slots=True)
class Follow:
    """What came after requests for preservation that were not extended, in one direction: `followed` by a request for
    mutual assistance, of these `in_time` within 60 days. `extensions` counts requests for more time."""

    direction: Direction
    preservations: int
    followed: int
    in_time: int
    extensions: int


@dataclass(frozen=True, slots=True)
class Tests:
    """Test calls to other points of contact; `times` are minutes until somebody answered."""

    made: int
    answered: int
    results: tuple[Line, ...]
    times: Times


@dataclass(frozen=True, slots=True)
class Figures:
    """Everything for one question. Lines are ranked, the highest count first; without `asked.direction` both
    directions are counted, and lines of the other direction hold 0."""

    asked: Asked
    standing: Standing
    requests: Line
    notices: Line
    months: tuple[Month, ...]
    kinds: tuple[Line, ...]
    countries: tuple[Line, ...]
    data: tuple[Line, ...]
    offences: tuple[Line, ...]
    urgency: tuple[Line, ...]
    channels: tuple[Line, ...]
    times: tuple[Times, ...]
    families: tuple[Times, ...]
    outcomes: tuple[Line, ...]
    grounds: tuple[Line, ...]
    incomplete: Line
    missing: tuple[Line, ...]
    forwarded: Line
    expired: Line
    expired_rules: tuple[Line, ...]
    follow: tuple[Follow, ...]
    tests: Tests

    @property
    def empty(self) -> bool:
        """Whether nothing at all was counted."""
        return not (self.requests.total or self.notices.total or self.tests.made)

    @property
    def assistance(self) -> tuple[Times, ...]:
        """How long mutual assistance took until it was closed, in each direction asked for."""
        return tuple(times for times in self.families if times.key == "assistance closed")


def times(key: str, label: str, direction: Direction, counts: Mapping[int, int], *, finest: int = 1) -> Times:
    """Median and 90th percentile of counted steps."""
    median, ninetieth = quantile(counts, MEDIAN), quantile(counts, NINETIETH)
    return Times(key, label, direction, sum(counts.values()), median, ninetieth, finest)


def percent(part: int, whole: int) -> int:
    """The share in whole percent, halves rounded up; 0 of nothing."""
    return (200 * part + whole) // (2 * whole) if whole else 0


def months_between(since: date, until: date) -> list[date]:
    """The first days of every month from `since` to `until`."""
    count = (until.year - since.year) * 12 + until.month - since.month + 1
    return [month_after(since, number) for number in range(max(0, count))]


def month_after(month: date, number: int) -> date:
    """The first day of the month `number` months after `month`; before it where negative."""
    index = month.year * 12 + month.month - 1 + number
    return date(index // 12, index % 12 + 1, 1)
