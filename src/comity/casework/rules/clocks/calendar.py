"""Counting on the calendar of a place: days, working days and months in its zone. Knows no law."""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Container
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

SATURDAY_AND_SUNDAY = frozenset({5, 6})


@dataclass(frozen=True, slots=True)
class Calendar:
    """A place's zone and its days off: `weekend` as `date.weekday()` counts, and public `holidays`; None where nobody
    here knows them. `worked` are days of a weekend on which people work, in exchange for another day."""

    zone: str
    holidays: Container[date] | None = field(default=None, compare=False)
    worked: Container[date] = field(default=frozenset(), compare=False)
    weekend: frozenset[int] = SATURDAY_AND_SUNDAY

    def day_of(self, moment: datetime) -> date:
        """The day there at `moment`."""
        return moment.astimezone(ZoneInfo(self.zone)).date()

    def start_of(self, day: date) -> datetime:
        """The first moment of `day` there, in UTC."""
        return datetime.combine(day, time(), ZoneInfo(self.zone)).astimezone(UTC)

    def end_of(self, day: date) -> datetime:
        """The last second of `day` there, in UTC: where clocks go back at midnight, 23:59:59 comes twice."""
        return self.start_of(day + timedelta(days=1)) - timedelta(seconds=1)

    def works(self, day: date) -> bool:
        """Whether `day` is a working day there."""
        if day.weekday() in self.weekend:
            return day in self.worked
        return self.holidays is None or day not in self.holidays

    def working_days_after(self, day: date, count: int) -> date:
        """The day on which `count` working days have passed after `day`, which is not counted."""
        while count:
            day += timedelta(days=1)
            count -= self.works(day)
        return day

    def months_after(self, day: date, count: int) -> date:
        """The same day `count` months later; the last of the month where it has no such day."""
        year, month = divmod(day.year * 12 + day.month - 1 + count, 12)
        return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))

    def moved(self, day: date) -> date:
        """`day`, or the next working day where it is a day off."""
        return day if self.works(day) else self.working_days_after(day, 1)
