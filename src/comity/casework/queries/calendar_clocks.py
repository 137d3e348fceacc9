"""The clocks that a user's calendar shows: when each ends, what to do, and when to be reminded. No case is named."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from comity.casework.queries.clock_view import OVER_STAYS, ClockView, clock_view
from comity.casework.queries.visible import visible_clocks
from comity.casework.rules.clocks.clock import ClockState
from comity.casework.rules.registry import kind
from comity.kernel import clock as time
from comity.kernel.country import CountryCode
from comity.people.models.user import User

MOST = 500
"""Events in a calendar: what ends first. No one watches more."""


@dataclass(frozen=True, slots=True)
class CalendarClock:
    """A clock with the request's reference, its kind and the other side's country; `reminders` are moments in UTC."""

    reference: str
    kind_label: str
    counterpart: str
    clock: ClockView
    reminders: tuple[datetime, ...]


def calendar_clocks(user: User) -> tuple[CalendarClock, ...]:
    """The clocks that run, or ran out of late, in two queries."""
    now = time.now()
    running = visible_clocks(user).filter(state=ClockState.RUNNING.value, ends__gt=now - OVER_STAYS)
    rows = running.select_related("request").defer("request__plan", "request__content").prefetch_related("reminders")
    return tuple(
        CalendarClock(
            row.request.reference,
            kind(row.request.kind).label,
            CountryCode(row.request.counterpart).english_name,
            clock_view(row, now),
            tuple(reminder.due_at for reminder in row.reminders.all()),
        )
        for row in rows.order_by("ends", "id")[:MOST]
    )
