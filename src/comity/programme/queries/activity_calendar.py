"""The activities of a project, of a country, or of both as a calendar's file."""

from __future__ import annotations

from django.db.models import Count, QuerySet, Sum

from comity.casework.rules.refusal import NotFound
from comity.kernel import clock
from comity.kernel.country import CountryCode
from comity.programme.adapters.calendar_file import Address, calendar_file
from comity.programme.models import Activity, Project
from comity.programme.queries.activities import filtered_activities
from comity.programme.queries.activity_line import activity_line
from comity.programme.rules.activity import ActivityState
from comity.programme.rules.activity_filter import ActivityFilter
from comity.programme.rules.calendar_entry import CalendarEntry

MOST = 1000
"""Activities that a calendar holds, the latest: programs that show calendars load all of them."""


def activity_calendar(*, project: str = "", country: str = "", address: Address | None = None) -> bytes:
    """With neither, of all projects. Ideas are no part of it. Raises NotFound for a project that is not here."""
    found = Project.objects.filter(code=project).first() if project else None
    if project and found is None:
        raise NotFound("project")
    whose = found.name if found else "Activities"
    name = f"{whose}, {CountryCode(country).english_name}" if country else whose
    return calendar_file(_entries(project, country), name=name, now=clock.now(), address=address)


def calendar_mark(*, project: str = "", country: str = "") -> str:
    """Changes whenever the calendar does; costs next to nothing."""
    said = _rows(project, country).order_by().aggregate(Count("id"), Sum("version"), Sum("project__version"))
    return "-".join(str(value or 0) for value in said.values())


def _rows(project: str, country: str) -> QuerySet[Activity]:
    wanted = ActivityFilter(project=project, country=country)
    return filtered_activities(wanted, clock.today()).exclude(state=ActivityState.IDEA.value)


def _entries(project: str, country: str) -> list[CalendarEntry]:
    rows = _rows(project, country).select_related("project", "result")
    return [_entry(row) for row in rows[:MOST]][::-1]


def _entry(row: Activity) -> CalendarEntry:
    line = activity_line(row, row.ends)
    return CalendarEntry(
        project=line.project,
        project_name=line.project_name,
        code=line.code,
        title=line.title,
        kind=line.kind,
        state=line.state,
        precision=line.precision,
        unconfirmed=line.unconfirmed,
        starts=line.starts,
        ends=line.ends,
        where=line.where,
        countries=tuple(CountryCode(code).english_name for code in line.countries),
        version=row.version,
        created_at=row.created_at,
        changed_at=row.changed_at,
    )
