"""An activity as lists show it: what, where, when, in which state, for which projects."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from django.db.models import Q, QuerySet

from comity.atlas.rules.packs.overview import ActivityKind, Precision
from comity.kernel.country_words import country_words
from comity.programme.models import Activity
from comity.programme.rules.activity import ActivityState, unaccounted, when


@dataclass(frozen=True, slots=True)
class ActivityLine:
    """`unaccounted` marks one whose time has passed while nothing says what became of it."""

    project: str
    project_name: str
    code: str
    title: str
    kind: ActivityKind
    state: ActivityState
    venue: str
    host: str
    countries: tuple[str, ...]
    starts: date
    ends: date
    precision: Precision
    unconfirmed: bool
    result: str
    unaccounted: bool

    @property
    def when(self) -> str:
        return when(self.starts, self.ends, self.precision)

    @property
    def host_name(self) -> str:
        return country_words(self.host) if self.host else ""

    @property
    def where(self) -> str:
        return place_of(self.venue, self.host)


def place_of(venue: str, host: str) -> str:
    """Town and country, once each: “Tbilisi, Georgia”."""
    country = country_words(host) if host else ""
    return ", ".join(filter(None, (venue, "" if country.endswith(venue or "\0") else country)))


def of_project(code: str) -> Q:
    """Activities that a project leads or shares, each once. Both sorts are found by an index."""
    shared = Activity.shared_with.through.objects.filter(project__code=code).order_by().values("activity_id")
    return Q(pk__in=Activity.objects.filter(project__code=code).order_by().values("pk").union(shared, all=True))


def activity_lines(rows: QuerySet[Activity], today: date) -> tuple[ActivityLine, ...]:
    """In the order of `rows`; one query."""
    return tuple(activity_line(row, today) for row in rows.select_related("project", "result"))


def activity_line(row: Activity, today: date) -> ActivityLine:
    """Of one row."""
    state = ActivityState(row.state)
    return ActivityLine(
        project=row.project.code,
        project_name=row.project.name,
        code=row.code,
        title=row.title,
        kind=ActivityKind(row.kind),
        state=state,
        venue=row.venue,
        host=row.host,
        countries=tuple(row.countries),
        starts=row.starts,
        ends=row.ends,
        precision=Precision(row.precision),
        unconfirmed=row.unconfirmed,
        result=row.result.number if row.result else "",
        unaccounted=unaccounted(state, row.ends, today),
    )
