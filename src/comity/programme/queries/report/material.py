"""Everything that the sections of a report are made from, in as many queries for all projects as for one."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from django.db.models import Q, QuerySet

from comity.atlas.queries.snapshot import node_snapshot
from comity.casework.rules.refusal import NotFound
from comity.programme.models import Activity, IndicatorPeriod, Project, Result
from comity.programme.queries.activity_line import ActivityLine, activity_line
from comity.programme.queries.budget import BudgetSummary, budget_summaries
from comity.programme.queries.project_words import ProjectWords, words_in
from comity.programme.queries.projects import ProjectHead, project_heads
from comity.programme.rules.reporting import Reported


@dataclass(frozen=True, slots=True)
class IndicatorLine:
    """An indicator in the period: its last target and actual by then; None is not known."""

    result: str
    number: str
    says: str
    unit: str
    baseline: str
    target: str
    actual: str
    evidence: str


@dataclass(frozen=True, slots=True)
class ProjectMaterial:
    """A project in the period."""

    head: ProjectHead
    words: ProjectWords
    results: tuple[tuple[str, str], ...]
    indicators: tuple[IndicatorLine, ...]
    activities: tuple[ActivityLine, ...]
    money: BudgetSummary | None


@dataclass(frozen=True, slots=True)
class Material:
    period: Reported
    today: date
    projects: tuple[ProjectMaterial, ...]


def report_material(period: Reported, today: date, codes: Sequence[str] = (), *, money: bool = False) -> Material:
    """Of the projects named, else of all that ran in the period; with what they spent, for whoever may see `money`.

    Raises NotFound for a code that is none.
    """
    there = projects_reported(period, codes)
    heads = {head.code: head for head in project_heads(today)}
    wanted = sorted((heads[code] for code in there), key=lambda head: (head.starts, head.code))
    found = _Found([head.code for head in wanted], period, today, money=money)
    return Material(period, today, tuple(found.of(head) for head in wanted))


def projects_reported(period: Reported, codes: Sequence[str] = ()) -> list[str]:
    """The codes of the projects that such a report tells of. Raises NotFound for a code that is none."""
    if not codes:
        ran = Project.objects.filter(starts__lte=period.ends, ends__gte=period.starts)
        return list(ran.values_list("code", flat=True))
    there = set(Project.objects.filter(code__in=codes).values_list("code", flat=True))
    for code in codes:
        if code not in there:
            raise NotFound(f"project as “{code[:60]}”")
    return list(dict.fromkeys(codes))


class _Found:
    """What the projects have, by their codes: a query for all of them each."""

    def __init__(self, codes: list[str], period: Reported, today: date, *, money: bool) -> None:
        self._today, self._snapshot = today, node_snapshot()
        self._results: dict[str, list[tuple[str, str]]] = defaultdict(list)
        tops = Result.objects.filter(project__code__in=codes, parent=None)
        for code, number, says in tops.values_list("project__code", "number", "says"):
            self._results[code].append((number, says))
        self._indicators: dict[str, list[IndicatorLine]] = defaultdict(list)
        for row in _latest(codes, period):
            self._indicators[row.indicator.result.project.code].append(_line(row))
        self._activities: dict[str, list[ActivityLine]] = defaultdict(list)
        for line, shared in _meeting(codes, period, today):
            for code in {line.project, *shared}:
                self._activities[code].append(line)
        day = min(period.ends, today)
        self._money = {each.project: each for each in budget_summaries(day, *codes)} if money and codes else {}

    def of(self, head: ProjectHead) -> ProjectMaterial:
        return ProjectMaterial(
            head=head,
            words=words_in(self._snapshot, head, self._today),
            results=tuple(self._results[head.code]),
            indicators=tuple(self._indicators[head.code]),
            activities=tuple(self._activities[head.code]),
            money=self._money.get(head.code),
        )


def _meeting(codes: list[str], period: Reported, today: date) -> list[tuple[ActivityLine, list[str]]]:
    """Activities in the period, each with those of the projects that share it; in the order of lists."""
    sharing = Activity.shared_with.through.objects.filter(project__code__in=codes)
    shared: dict[int, list[str]] = defaultdict(list)
    for activity, code in sharing.values_list("activity_id", "project__code"):
        shared[activity].append(code)
    theirs = Q(project__code__in=codes) | Q(pk__in=shared)
    rows = Activity.objects.filter(theirs, starts__lte=period.ends, ends__gte=period.starts)
    return [(activity_line(row, today), shared[row.pk]) for row in rows.select_related("project", "result")]


def _latest(codes: list[str], period: Reported) -> QuerySet[IndicatorPeriod]:
    """Of each indicator the latest period that began by the end of the report's."""
    return (
        IndicatorPeriod.objects.filter(indicator__result__project__code__in=codes, starts__lte=period.ends)
        .select_related("indicator__result__project")
        .order_by("indicator__result__number", "indicator__number", "indicator_id", "-starts")
        .distinct("indicator__result__number", "indicator__number", "indicator_id")
    )


def _line(row: IndicatorPeriod) -> IndicatorLine:
    return IndicatorLine(
        result=row.indicator.result.number,
        number=row.indicator.number,
        says=row.indicator.says,
        unit=row.indicator.unit,
        baseline=_said(row.indicator.baseline),
        target=_said(row.target),
        actual=_said(row.actual),
        evidence=row.evidence,
    )


def _said(value: object) -> str:
    return "not known" if value is None else f"{value:,}".removesuffix(".00")
