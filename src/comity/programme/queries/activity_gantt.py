"""A project's activities as a chart over time; of a year, or of all years where they are few enough to be seen."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from django.db.models import Count, Max, Min

from comity.programme.models import Activity
from comity.programme.queries.activity_line import ActivityLine, activity_lines, of_project
from comity.programme.rules.pictures.gantt import Bar, gantt
from comity.stateofplay.rules.pictures.picture import Picture

MOST = 100
"""Activities that one chart shows; of a project with more, it shows a year."""


@dataclass(frozen=True, slots=True)
class ShownTime:
    """`year` is None for all `years`, which are shown at once only where `whole`."""

    year: int | None
    years: range
    whole: bool


def shown_time(code: str, today: date, year: int | None) -> ShownTime:
    """The year asked for; else all, or of many activities the year nearest to this one. One query."""
    found = Activity.objects.filter(of_project(code)).aggregate(
        count=Count("pk"), first=Min("starts"), last=Max("ends")
    )
    if not found["count"]:
        return ShownTime(year, range(0), whole=True)
    first, last = found["first"].year, found["last"].year
    whole = found["count"] <= MOST
    nearest = None if whole else min(max(today.year, first), last)
    return ShownTime(year or nearest, range(first, last + 1), whole)


def project_activities(code: str, today: date, year: int | None = None) -> tuple[ActivityLine, ...]:
    """Led or shared, in the order of their days; of those that touch `year`, where one is given. One query."""
    rows = Activity.objects.filter(of_project(code))
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
