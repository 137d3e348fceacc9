"""Counting on the calendar of a place: days, working days and months in its zone. Knows no law."""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Container
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

_SATURDAY = 5
_LAST_SECOND = time(23, 59, 59)


@dataclass(frozen=True, slots=True)
class Calendar:
    """A place's zone and its holidays. Saturdays and Sundays are days off too."""

    zone: str
    holidays: Container[date] = field(default=frozenset(), compare=False)

    def day_of(self, moment: datetime) -> date:
        """The day there at `moment`."""
        return moment.astimezone(ZoneInfo(self.zone)).date()

    def start_of(self, day: date) -> datetime:
        """The first moment of `day` there, in UTC."""
        return datetime.combine(day, time(), ZoneInfo(self.zone)).astimezone(UTC)

    def end_of(self, day: date) -> datetime:
        """The last second of `day` there, in UTC."""
        return datetime.combine(day, _LAST_SECOND, ZoneInfo(self.zone)).astimezone(UTC)

    def works(self, day: date) -> bool:
        """Whether `day` is a working day there."""
        return day.weekday() < _SATURDAY and day not in self.holidays

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
