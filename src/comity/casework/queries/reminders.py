"""Reminders that were raised and that nobody with the role has seen yet."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from comity.casework.queries.clock_view import clock_view
from comity.casework.queries.request_line import RequestLine, request_line
from comity.casework.queries.visible import visible_reminders
from comity.casework.rules.clocks.clock import ClockState
from comity.kernel import clock as time
from comity.people.models.user import User
from comity.people.queries.roles import roles_of
from comity.people.rules.roles import Role

MOST = 50


@dataclass(frozen=True, slots=True)
class ReminderView:
    """A reminder to people with `role`, raised at `raised_at` (UTC); the line shows the clock. `escalated`: before its
    time, since the role before did not look."""

    number: int
    role: Role
    raised_at: datetime
    escalated: bool
    request: RequestLine


def reminders_of(user: User) -> tuple[ReminderView, ...]:
    """The unseen reminders to the roles that `user` has today, what ends first first, in two queries."""
    now = time.now()
    rows = visible_reminders(user).filter(
        role__in=[role.value for role in roles_of(user)],
        raised_at__isnull=False,
        seen_at__isnull=True,
        clock__state=ClockState.RUNNING.value,
    )
    whole = rows.select_related("clock__request__case", "clock__request__changed_by").defer("clock__request__plan")
    return tuple(
        ReminderView(
            row.pk,
            Role(row.role),
            row.raised_at,
            row.escalated,
            request_line(row.clock.request, shown=clock_view(row.clock, now)),
        )
        for row in whole.order_by("clock__ends", "id")[:MOST]
        if row.raised_at is not None
    )
