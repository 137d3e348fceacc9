"""A project's activities as a chart over time; of a year, or of all years."""

from __future__ import annotations

from datetime import date

from comity.programme.models import Activity
from comity.programme.queries.activity_line import ActivityLine, activity_lines, of_project
from comity.programme.rules.pictures.gantt import Bar, gantt
from comity.stateofplay.rules.pictures.picture import Picture


def project_activities(code: str, today: date, year: int | None = None) -> tuple[ActivityLine, ...]:
    """Led or shared, in the order of their days; of those that touch `year`, where one is given. One query."""
    rows = Activity.objects.filter(of_project(code)).distinct()
    if year:
        rows = rows.filter(starts__lte=date(year, 12, 31), ends__gte=date(year, 1, 1))
    return activity_lines(rows, today)


def activity_gantt(lines: tuple[ActivityLine, ...], today: date) -> Picture:
    """The chart of these lines."""
    return gantt(
        [
            Bar(
                line.title,
                line.starts,
                line.ends,
                line.precision,
                line.unconfirmed,
                line.state,
                line.unaccounted,
                line.where,
            )
            for line in lines
        ],
        today,
    )
