"""What stands in the way of activities, by activity: one query, however many are asked about."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from django.db.models import Q

from comity.programme.models import Activity
from comity.programme.queries.activity_line import ActivityLine
from comity.programme.queries.holidays import node_holidays
from comity.programme.rules.activity import ActivityState, Precision
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
    occasions = [_occasion(row) for row in rows.select_related("project").order_by("starts", "id")]
    holiday, at_once = node_holidays(), Occasions(occasions)
    found = {
        (one.project, one.code): conflicts(one, at_once.near(one), holiday)
        for one in occasions
        if (one.project, one.code) in wanted
    }
    return {key: those for key, those in found.items() if those}


def _occasion(row: Activity) -> Occasion:
    return Occasion(
        project=row.project.code,
        code=row.code,
        title=row.title,
        state=ActivityState(row.state),
        precision=Precision(row.precision),
        starts=row.starts,
        ends=row.ends,
        countries=frozenset(filter(None, [row.host, *row.countries])),
        organisers=frozenset(row.organisers),
    )
