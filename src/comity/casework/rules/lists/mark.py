"""Where a page of a list ends and the next begins, as a few characters that fit an address."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

_WRITTEN = re.compile(r"(\d{1,17})\.(\d{1,18})\Z")
_ORIGIN = datetime(1970, 1, 1, tzinfo=UTC)


@dataclass(frozen=True, slots=True)
class Mark:
    """A row's moment (UTC) and number: in a list ordered by both, no other row has the same."""

    at: datetime
    row: int

    def __str__(self) -> str:
        return f"{(self.at - _ORIGIN) // timedelta(microseconds=1)}.{self.row}"


def mark(text: str) -> Mark | None:
    """The mark that an address says; None where it says none."""
    found = _WRITTEN.match(text)
    if found is None:
        return None
    try:
        return Mark(_ORIGIN + timedelta(microseconds=int(found[1])), int(found[2]))
    except OverflowError:
        return None
