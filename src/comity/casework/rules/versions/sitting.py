"""When an edit begins a new sitting, so that the state before it is kept: by whom, and after how long."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta

PAUSE = timedelta(minutes=10)
"""Somebody who comes back after this long begins anew."""
LONGEST = timedelta(hours=1)
"""Whoever types on and on leaves a state behind this often."""


@dataclass(frozen=True, slots=True)
class Standing:
    """The draft before the edit: who touched it last and when, since when that sitting lasts, and when somebody last
    returned it, if anybody did. Returning is a touch too."""

    by: int
    at: datetime
    since: datetime
    returned_at: datetime | None = None


def begins(standing: Standing, *, by: int, now: datetime) -> bool:
    """Whether an edit by `by` at `now` leaves a state behind that somebody may want to see again.

    One that was read by others, since it was returned, always is.
    """
    if standing.by != by or (standing.returned_at is not None and standing.returned_at >= standing.at):
        return True
    return now - standing.at >= PAUSE or now - standing.since >= LONGEST
