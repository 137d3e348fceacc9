"""What stands in the way of activities, by activity: two queries, however many are asked about."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from datetime import date

from django.db.models import Q

from comity.atlas.rules.packs.overview import Precision
from comity.programme.models import Activity
from comity.programme.queries.activity_line import ActivityLine
from comity.programme.queries.holidays import node_holidays
from comity.programme.rules.activity import ActivityState
from comity.programme.rules.conflict import Conflict, Occasion, conflicts
from comity.programme.rules.occasions import Occasions, joined

Key = tuple[str, str]
"""The codes of a project and its activity."""


def conflicts_of(lines: Sequence[ActivityLine]) -> Mapping[Key, tuple[Conflict, ...]]:
    """Of those activities that have any. Nothing is asked where none has exact days to come."""
    wanted = {(line.project, line.code) for line in lines if line.precision is Precision.DAY and line.state.is_open}
    if not wanted:
        return {}
    spans = [(line.starts, line.ends) for line in lines if (line.project, line.code) in wanted]
    near = Q()
    for starts, ends in joined(spans):
        near |= Q(starts__lte=ends, ends__gte=starts)
    rows = Activity.objects.filter(
        near, precision=Precision.DAY.value, state__in=[state.value for state in ActivityState if state.is_open]
    )
    found_rows = list(rows.order_by("starts", "id").values_list("pk", *_FIELDS))  # a whole row costs more
    teams = _teams(row[0] for row in found_rows)
    occasions = [_occasion(teams.get(row[0], ()), *row[1:]) for row in found_rows]
    holiday, at_once = node_holidays(), Occasions(occasions)
    found = {
        (one.project, one.code): conflicts(one, at_once.near(one), holiday)
        for one in occasions
        if (one.project, one.code) in wanted
    }
    return {key: those for key, those in found.items() if those}


_FIELDS = ("project__code", "code", "title", "state", "starts", "ends", "host", "countries", "organisers")


def _teams(activities: Iterable[int]) -> Mapping[int, Collection[tuple[str, str]]]:
    """By activity: its teams, by project and title."""
    found: dict[int, set[tuple[str, str]]] = defaultdict(set)
    rows = Activity.teams.through.objects.filter(activity_id__in=list(activities))
    for activity, project, title in rows.values_list("activity_id", "team__project__code", "team__title"):
        found[activity].add((project, title))
    return found


def _occasion(
    teams: Iterable[tuple[str, str]],
    project: str,
    code: str,
    title: str,
    state: str,
    starts: date,
    ends: date,
    host: str,
    countries: list[str],
    organisers: list[str],
) -> Occasion:
    return Occasion(
        project=project,
        code=code,
        title=title,
        state=ActivityState(state),
        precision=Precision.DAY,
        starts=starts,
        ends=ends,
        countries=frozenset(filter(None, [host, *countries])),
        organisers=frozenset(organisers),
        teams=frozenset(teams),
    )
