"""What the end of a clock was counted from, as plain values that are kept with it and said anew in each language."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any


@dataclass(frozen=True, slots=True)
class Counting:
    """So many of `unit` (“hour”, “day”, “working day”, “month”) after `moment`, whose day there is `day`, when `told`.
    Without a unit, the end is a day that somebody named. `moved_from` is the day off on which it would have ended,
    `last` the day on which it ends. `holidays_unknown`: they count, and nobody here knows them."""

    told: str
    zone: str
    number: int
    unit: str
    moment: datetime
    day: date
    last: date
    moved_from: date | None
    holidays_unknown: bool

    def plain(self) -> dict[str, Any]:
        """In JSON's own types."""
        return {
            "told": self.told,
            "zone": self.zone,
            "number": self.number,
            "unit": self.unit,
            "moment": self.moment.isoformat(),
            "day": self.day.isoformat(),
            "last": self.last.isoformat(),
            "moved_from": self.moved_from.isoformat() if self.moved_from else None,
            "holidays_unknown": self.holidays_unknown,
        }

    @classmethod
    def from_plain(cls, kept: Mapping[str, Any]) -> Counting:
        """What `plain` gave."""
        moved_from = kept["moved_from"]
        return cls(
            told=kept["told"],
            zone=kept["zone"],
            number=kept["number"],
            unit=kept["unit"],
            moment=datetime.fromisoformat(kept["moment"]),
            day=date.fromisoformat(kept["day"]),
            last=date.fromisoformat(kept["last"]),
            moved_from=date.fromisoformat(moved_from) if moved_from else None,
            holidays_unknown=kept["holidays_unknown"],
        )
