"""The activities of all projects that a filter lets through: by pages of 25, and as rows for a file."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from django.db.models import Q, QuerySet

from comity.programme.models import Activity, Project
from comity.programme.queries.activity_conflicts import Key, conflicts_of
from comity.programme.queries.activity_line import ActivityLine, activity_lines, of_project
from comity.programme.rules.activity import ActivityState
from comity.programme.rules.activity_filter import OPEN, UNACCOUNTED, ActivityFilter, Order
from comity.programme.rules.conflict import Conflict

PAGE = 25
_ORDERS = {
    Order.LATEST: ("-starts", "-ends", "-id"),
    Order.EARLIEST: ("starts", "ends", "id"),
    Order.TITLE: ("title", "id"),
    Order.CHANGED: ("-changed_at", "-id"),
}
_OPEN = [state.value for state in ActivityState if state.is_open]


@dataclass(frozen=True, slots=True)
class ActivityList:
    """A page of `pages`; `total` counts all that the filter lets through."""

    lines: tuple[ActivityLine, ...]
    conflicts: Mapping[Key, tuple[Conflict, ...]]
    wanted: ActivityFilter
    total: int
    page: int
    pages: int

    @property
    def rows(self) -> list[tuple[ActivityLine, tuple[Conflict, ...]]]:
        return [(line, self.conflicts.get((line.project, line.code), ())) for line in self.lines]


def activity_list(wanted: ActivityFilter, page: int, today: date) -> ActivityList:
    """The page nearest to the one asked for, in three queries."""
    found = filtered_activities(wanted, today)
    keys = list(found.values_list("pk", flat=True)) if wanted.text else None  # words are sought in all rows: once
    total = found.count() if keys is None else len(keys)
    pages = max(1, -(-total // PAGE))
    page = min(max(1, page), pages)
    place = slice((page - 1) * PAGE, page * PAGE)
    if keys is not None:
        rows = Activity.objects.filter(pk__in=keys[place]).order_by(*_ORDERS[wanted.order])
    else:
        rows = found[place]
    lines = activity_lines(rows, today)
    return ActivityList(lines, conflicts_of(lines), wanted, total, page, pages)


def project_choices() -> tuple[tuple[str, str], ...]:
    """Every project to choose from, by name."""
    return tuple(Project.objects.order_by("name").values_list("code", "name"))


def activity_years() -> tuple[int, ...]:
    """The years in which activities begin, the latest first."""
    return tuple(sorted({day.year for day in Activity.objects.dates("starts", "year")}, reverse=True))


def filtered_activities(wanted: ActivityFilter, today: date) -> QuerySet[Activity]:
    """In the order that the filter names."""
    asked = Q()
    if wanted.text:
        for word in wanted.text.split():
            asked &= Q(title__icontains=word) | Q(venue__icontains=word) | Q(says__icontains=word)
    if wanted.project:
        asked &= of_project(wanted.project)
    if wanted.country:
        asked &= at_country(wanted.country)
    if wanted.kind:
        asked &= Q(kind=wanted.kind)
    if wanted.state:
        asked &= _in_state(wanted.state, today)
    if wanted.year:
        asked &= Q(starts__lte=date(wanted.year, 12, 31), ends__gte=date(wanted.year, 1, 1))
    return Activity.objects.filter(asked).order_by(*_ORDERS[wanted.order])


def at_country(country: str) -> Q:
    """Activities that a country hosts or takes part in."""
    return Q(host=country) | Q(countries__contains=[country])


def _in_state(state: str, today: date) -> Q:
    if state == OPEN:
        return Q(state__in=_OPEN)
    return Q(state__in=_OPEN, ends__lt=today) if state == UNACCOUNTED else Q(state=state)
