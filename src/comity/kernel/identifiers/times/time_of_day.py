"""Times of day in a text, and the digits of a time that follow a date. Knows no dates and no zones."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import time

from comity.kernel.identifiers.moment import Precision

_HALF = r"(?:[ ]?(?P<half>[ap]\.?m\b\.?))"
_COLONS = rf"(?P<h>\d{{1,2}}):(?P<m>[0-5]\d)(?::(?P<s>[0-5]\d)(?:[.,](?P<f>\d{{1,9}}))?)?{_HALF}?"
_TIME = re.compile(rf"{_COLONS}(?!\d|:[0-9A-Fa-f:])", re.IGNORECASE)
_HOUR = re.compile(rf"(?P<h>\d{{1,2}}){_HALF}(?!\w)", re.IGNORECASE)
_COMPACT = re.compile(r"(?P<h>\d{2})(?P<m>[0-5]\d)(?P<s>[0-5]\d)?(?:[.,](?P<f>\d{1,9}))?(?!\d)")
_DOTTED = re.compile(r"(?P<h>\d{1,2})\.(?P<m>[0-5]\d)(?:\.(?P<s>[0-5]\d)(?:[.,](?P<f>\d{1,9}))?)?(?!\d|\.\d)")
_DOTTED_SECONDS = re.compile(r"(?P<h>\d{1,2})\.(?P<m>[0-5]\d)\.(?P<s>[0-5]\d)(?:[.,](?P<f>\d{1,9}))?(?!\d|\.\d)")
_ANYWHERE = re.compile(rf"(?<![\w.:/-]){_COLONS}(?!\d|:[0-9A-Fa-f:])", re.IGNORECASE)
_NOON = 12
_LAST_HOUR = 23


@dataclass(frozen=True, slots=True)
class TimeOfDay:
    """`time` has no zone; `precision` is the smallest unit written."""

    start: int
    end: int
    time: time
    precision: Precision


def find_times_of_day(text: str) -> list[TimeOfDay]:
    """Every hh:mm and hh:mm:ss that stands alone."""
    return [one for match in _ANYWHERE.finditer(text) if (one := _read(match))]


def time_of_day_at(text: str, position: int, *, compact: bool, dotted: bool) -> TimeOfDay | None:
    """The time of day that begins at `position`; `compact` reads 031102, `dotted` reads 03.11 too.

    All dotted and compact times are read after a date only: elsewhere they are prices and versions.
    """
    patterns = [_COMPACT] if compact else [_TIME, _HOUR, _DOTTED if dotted else _DOTTED_SECONDS]
    for pattern in patterns:
        match = pattern.match(text, position)
        if match and (one := _read(match)):
            return one
    return None


def _read(match: re.Match[str]) -> TimeOfDay | None:
    parts = match.groupdict()
    hour, half = int(parts["h"]), (parts.get("half") or "").lower()
    if half:
        if not 1 <= hour <= _NOON:
            return None
        hour = hour % _NOON + (_NOON if half.startswith("p") else 0)
    if hour > _LAST_HOUR:
        return None
    fraction = int((parts.get("f") or "").ljust(6, "0")[:6])
    moment = time(hour, int(parts.get("m") or 0), int(parts.get("s") or 0), fraction)
    return TimeOfDay(match.start(), match.end(), moment, _precision(parts))


def _precision(parts: dict[str, str | None]) -> Precision:
    order = (("f", Precision.FRACTION), ("s", Precision.SECOND), ("m", Precision.MINUTE))
    return next((precision for key, precision in order if parts.get(key)), Precision.HOUR)
