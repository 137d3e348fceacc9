"""A month of activities, of all projects, or of those that a filter lets through."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from comity.programme.queries.activities import filtered_activities
from comity.programme.queries.activity_line import ActivityLine, activity_lines
from comity.programme.rules.activity import ActivityState
from comity.programme.rules.activity_filter import ActivityFilter
from comity.programme.rules.month import Month, month_of

MOST = 400
"""Activities that one month shows; more are for the list."""


@dataclass(frozen=True, slots=True)
class ActivityMonth:
    """`more` where the month has more activities than a page shows."""

    month: Month[ActivityLine]
    count: int
    more: bool


def activity_month(wanted: ActivityFilter, first: date, last: date, today: date) -> ActivityMonth:
    """One query. What was cancelled shows only to whoever asks for it."""
    rows = filtered_activities(wanted, today).filter(starts__lte=last, ends__gte=first)
    if not wanted.state:
        rows = rows.exclude(state=ActivityState.CANCELLED.value)
    lines = activity_lines(rows.order_by("starts", "ends", "id")[: MOST + 1], today)
    shown = lines[:MOST]
    return ActivityMonth(month_of(first, last, shown), len(shown), len(lines) > MOST)
