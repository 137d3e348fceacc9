"""A time as somebody wrote it, and what is certain about it. Never fills in a zone, a year or an order by guessing."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from enum import StrEnum
from typing import Any


class Precision(StrEnum):
    """The smallest unit that was written."""

    DAY = "day"
    HOUR = "hour"
    MINUTE = "minute"
    SECOND = "second"
    FRACTION = "fraction"


@dataclass(frozen=True, slots=True)
class Moment:
    """`utc` is aware and in UTC, or None where zone, year, order or time of day are not certain.

    `wall` is what the clock on the wall showed (naive), `zone` how it was read ("UTC+4", "Asia/Tbilisi").
    Raises ValueError where `utc` is not in UTC or `wall` has a zone.
    """

    written: str
    precision: Precision
    utc: datetime | None = None
    wall: datetime | None = None
    zone: str = ""

    def __post_init__(self) -> None:
        if self.utc is not None and self.utc.tzinfo is not UTC:
            raise ValueError("The moment's time must be in UTC; convert it with astimezone(UTC).")
        if self.wall is not None and self.wall.tzinfo is not None:
            raise ValueError("The clock on the wall has no time zone; keep the zone in `zone`.")

    def __str__(self) -> str:
        """The shortest text that reads back as the same moment."""
        if self.utc is not None:
            return _iso(self.utc.replace(tzinfo=None), self.precision, "T") + "Z"
        return self.written if self.wall is None else _iso(self.wall, self.precision, " ")

    def as_json(self) -> dict[str, str]:
        values = {
            "utc": "" if self.utc is None else self.utc.replace(tzinfo=None).isoformat() + "Z",
            "written": self.written,
            "precision": self.precision.value,
            "wall": "" if self.wall is None else self.wall.isoformat(),
            "zone": self.zone,
        }
        return {key: value for key, value in values.items() if value}

    @classmethod
    def from_json(cls, data: Mapping[str, Any]) -> Moment:
        """Raises KeyError or ValueError where `data` is not what `as_json` gives."""
        utc, wall = data.get("utc"), data.get("wall")
        return cls(
            written=str(data["written"]),
            precision=Precision(data["precision"]),
            utc=datetime.fromisoformat(str(utc)).astimezone(UTC) if utc else None,
            wall=datetime.fromisoformat(str(wall)) if wall else None,
            zone=str(data.get("zone", "")),
        )


def _iso(value: datetime, precision: Precision, separator: str) -> str:
    if precision is Precision.DAY:
        return value.date().isoformat()
    # An hour alone does not read back; its minutes are written, and the precision is told by the sentence.
    units = {Precision.SECOND: "seconds", Precision.FRACTION: "microseconds"}
    return value.isoformat(separator, units.get(precision, "minutes"))
