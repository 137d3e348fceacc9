"""The activities of a month, of all projects, or of those that a filter lets through."""

from __future__ import annotations

from datetime import date

from comity.programme.queries.activities import filtered_activities
from comity.programme.queries.activity_line import ActivityLine, activity_lines
from comity.programme.rules.activity import ActivityState
from comity.programme.rules.activity_filter import ActivityFilter

MOST = 400
"""Activities that one month shows; more are for the list."""


def month_activities(
    wanted: ActivityFilter, first: date, last: date, today: date
) -> tuple[tuple[ActivityLine, ...], bool]:
    """Whatever touches the days, in their order, and whether there is more. One query. What was cancelled shows only to
    whoever asks for it."""
    rows = filtered_activities(wanted, today).filter(starts__lte=last, ends__gte=first)
    if not wanted.state:
        rows = rows.exclude(state=ActivityState.CANCELLED.value)
    lines = activity_lines(rows.order_by("starts", "ends", "id")[: MOST + 1], today)
    return lines[:MOST], len(lines) > MOST
