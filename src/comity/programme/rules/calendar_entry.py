"""An activity as calendars know it: whole days, and how sure they are. Writes no file."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from comity.atlas.rules.packs.overview import ActivityKind, Precision
from comity.programme.rules.activity import ActivityState, when


class Sureness(StrEnum):
    """The STATUS of an event (RFC 5545, 3.8.1.11)."""

    TENTATIVE = "TENTATIVE"
    CONFIRMED = "CONFIRMED"
    CANCELLED = "CANCELLED"


@dataclass(frozen=True, slots=True)
class CalendarEntry:
    """`version` grows with every change; `countries` are names."""

    project: str
    project_name: str
    code: str
    title: str
    kind: ActivityKind
    state: ActivityState
    precision: Precision
    unconfirmed: bool
    starts: date
    ends: date
    where: str
    countries: tuple[str, ...]
    version: int
    created_at: datetime
    changed_at: datetime

    @property
    def uid(self) -> str:
        """Stays while the activity lives: neither code ever changes, and neither holds a dot."""
        return f"activity-{self.project}.{self.code}@comity"

    @property
    def sureness(self) -> Sureness:
        return sureness(self.state, self.precision, unconfirmed=self.unconfirmed)

    @property
    def words(self) -> str:
        """What a reader of the calendar must know, line by line."""
        known = "" if self.precision is Precision.DAY else "Only the month is known, not the days: "
        return "\n".join(
            filter(
                None,
                (
                    f"{self.kind.label.capitalize()}, {self.project_name}.",
                    f"{known}{when(self.starts, self.ends, self.precision)}.",
                    f"State: {self.state.label}{', unconfirmed' if self.unconfirmed else ''}.",
                    f"Taking part: {', '.join(self.countries)}." if self.countries else "",
                ),
            )
        )


def sureness(state: ActivityState, precision: Precision, *, unconfirmed: bool) -> Sureness:
    """Sure is what has exact days that nobody doubts, and is more than planned."""
    if state is ActivityState.CANCELLED:
        return Sureness.CANCELLED
    doubtful = unconfirmed or precision is not Precision.DAY or state in {ActivityState.IDEA, ActivityState.PLANNED}
    return Sureness.TENTATIVE if doubtful else Sureness.CONFIRMED
