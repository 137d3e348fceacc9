"""What meetings decided, and what became of it. Changes nothing."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date

from django.db.models import Count, Exists, OuterRef, Prefetch, Q, QuerySet

from comity.atlas.queries.snapshot import node_snapshot
from comity.atlas.rules.packs.recommendations import RecommendationList
from comity.programme.models import Activity, Decision
from comity.programme.queries.activity_line import of_project
from comity.programme.queries.paged import Paged
from comity.programme.rules.decision import DecisionKind, list_name
from comity.programme.rules.decision_follow_up import DecisionState, FollowUp, overdue


@dataclass(frozen=True, slots=True)
class DecisionLine:
    """`stands` is None for a recommendation: countries stand differently with it, on its own list."""

    number: str
    kind: DecisionKind
    says: str
    stands: FollowUp | None
    overdue: bool
    version: int


@dataclass(frozen=True, slots=True)
class Meeting:
    """An activity that decided something. `list_name` is that of its tracked recommendations, empty before."""

    code: str
    title: str
    when: date
    decisions: tuple[DecisionLine, ...]
    list_name: str
    untracked: int


@dataclass(frozen=True, slots=True)
class DecisionCounts:
    """Of a project's decisions; recommendations are not counted. `overdue` are among the open ones."""

    all: int
    open: int
    overdue: int


def decision_counts(project: str, today: date) -> DecisionCounts:
    """One query."""
    unended = Q(state=DecisionState.OPEN.value)
    rows = Decision.objects.filter(activity__project__code=project, kind=DecisionKind.DECISION.value)
    late = Count("pk", filter=unended & Q(due__lt=today))
    return DecisionCounts(**rows.aggregate(all=Count("pk"), open=Count("pk", filter=unended), overdue=late))


def meetings_of(project: str, today: date) -> Paged[Meeting]:
    """Those that decided something, the latest first, read as they are shown."""
    decided = Prefetch("decisions", Decision.objects.order_by("id"))
    held = Exists(Decision.objects.filter(activity=OuterRef("pk")))
    rows = Activity.objects.filter(of_project(project), held).select_related("project")
    lists = node_snapshot().recommendations

    def read(shown: QuerySet[Activity]) -> tuple[Meeting, ...]:
        return tuple(_meeting(row, lists, lambda each: _line(each, today)) for row in shown)

    return Paged(rows.order_by("-ends", "id").prefetch_related(decided), read)


def _meeting(
    row: Activity, lists: Mapping[str, RecommendationList], line: Callable[[Decision], DecisionLine]
) -> Meeting:
    name = list_name(row.project.code, row.code)
    held = lists.get(name)
    lines = tuple(map(line, row.decisions.all()))
    asked = sum(each.kind is DecisionKind.RECOMMENDATION for each in lines)
    return Meeting(
        code=row.code,
        title=row.title,
        when=row.ends,
        decisions=lines,
        list_name=name if held else "",
        untracked=asked - (len(held.recommendations) if held else 0),
    )


def _line(row: Decision, today: date) -> DecisionLine:
    kind, state = DecisionKind(row.kind), DecisionState(row.state)
    stands = FollowUp(state, row.answers, row.due, row.ended, row.outcome) if kind is DecisionKind.DECISION else None
    late = stands is not None and overdue(state, row.due, today)
    return DecisionLine(row.number, kind, row.says, stands, late, row.version)


def open_meetings(project: str, today: date) -> tuple[tuple[str, str], ...]:
    """Code and title of the activities that can have decided something: they have begun."""
    rows = Activity.objects.filter(project__code=project, starts__lte=today).order_by("-ends", "id")
    return tuple(rows.values_list("code", "title")[:500])
