"""Seconds since 1970 in UTC, as proxies and firewalls write them. A bare number without its mark is not read."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

from comity.kernel.identifiers.moment import Moment, Precision

_EPOCH = re.compile(
    r"""(?:(?<![\w.:-])(?P<squid>\d{10}\.\d{3})
    | (?<![^\W_])(?:epoch|unix[ _]?time(?:stamp)?|eventtime|timestamp|ts|rt|time)["']?[ ]?[=:][ ]?["']?
      (?P<labelled>\d{10}(?:\.\d{1,6})?|\d{13}|\d{16}|\d{19}))(?![\w.])""",
    re.VERBOSE | re.IGNORECASE,
)
_START = datetime(1970, 1, 1, tzinfo=UTC)
_EARLIEST, _LATEST = 946_684_800, 4_102_444_800  # the years 2000 to 2099
_SECOND_DIGITS = 10


@dataclass(frozen=True, slots=True)
class EpochTime:
    """Where the number stands, and its moment."""

    start: int
    end: int
    moment: Moment


def find_epochs(text: str) -> Iterator[EpochTime]:
    for match in _EPOCH.finditer(text):
        group = "squid" if match["squid"] else "labelled"
        digits = match[group].replace(".", "")
        seconds, rest = int(digits[:_SECOND_DIGITS]), digits[_SECOND_DIGITS:]
        if _EARLIEST <= seconds < _LATEST:
            utc = _START + timedelta(seconds=seconds, microseconds=int(rest.ljust(6, "0")[:6]))
            precision = Precision.FRACTION if rest else Precision.SECOND
            yield EpochTime(*match.span(group), Moment(match[group], precision, utc, utc.replace(tzinfo=None), "UTC"))
