"""Legal clocks, computed from what happened. The one place that knows how long a period is and when it ends."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from enum import StrEnum
from zoneinfo import ZoneInfo

PRESERVATION_DAYS = 60
"""Article 29(7) of the Budapest Convention: “for a period not less than sixty days”."""

AMBER_BELOW = 1 / 3
RED_BELOW = 1 / 10


class Colour(StrEnum):
    """How much of a clock is left: plenty, less than a third, less than a tenth, nothing."""

    CALM = "calm"
    AMBER = "amber"
    RED = "red"
    OVER = "over"


@dataclass(frozen=True, slots=True)
class Clock:
    """A period that runs: `starts` and `ends` are moments in UTC; its days are counted in `zone`.

    `source` is the rule in a sentence; `assumption` is what we take for granted in computing it, to be shown beside it.
    """

    name: str
    article: str
    starts: datetime
    ends: datetime
    zone: str
    source: str
    assumption: str = ""

    def remaining(self, now: datetime) -> float:
        """The share still left at `now`: 1 before it starts, 0 once it has ended."""
        share = (self.ends - now) / (self.ends - self.starts)
        return min(1.0, max(0.0, share))

    def days_left(self, now: datetime) -> int:
        """Whole days from `now` to the end; 0 on the last day and after it."""
        return max(0, (self.ends - now).days)

    def colour(self, now: datetime) -> Colour:
        """Amber below a third, red below a tenth."""
        left = self.remaining(now)
        if left <= 0:
            return Colour.OVER
        return Colour.RED if left < RED_BELOW else Colour.AMBER if left < AMBER_BELOW else Colour.CALM


@dataclass(frozen=True, slots=True)
class Dispatch:
    """A preservation request left on `sent_on`, a day in the zone of the country it went to."""

    sent_on: date
    requested_zone: str


def preservation_clock(dispatch: Dispatch | None) -> Clock | None:
    """The 60 days of Article 29(7); None before dispatch, since nobody can preserve what he was not asked for.

    The day of dispatch does not count; the clock ends with the sixtieth day after it, in the requested country.
    """
    if dispatch is None:
        return None
    zone = ZoneInfo(dispatch.requested_zone)
    last = dispatch.sent_on + timedelta(days=PRESERVATION_DAYS)
    return Clock(
        name="Preservation may lapse",
        article="Article 29(7)",
        starts=datetime.combine(dispatch.sent_on, time(), zone).astimezone(UTC),
        ends=datetime.combine(last, time(23, 59, 59), zone).astimezone(UTC),
        zone=dispatch.requested_zone,
        source=(
            "Data are preserved for not less than sixty days, so that the requesting Party can submit its request for "
            "mutual assistance; once that request is received, they are preserved until it is decided."
        ),
        assumption=(
            "Counted from the day of dispatch: preservation cannot begin earlier, so this is the earliest day on which "
            "the legal minimum may end. The requested authority may keep the data longer; ask it."
        ),
    )
