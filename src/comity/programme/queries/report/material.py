"""Everything that the sections of a report are made from, found once, in a constant number of queries a project."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from comity.casework.rules.refusal import NotFound
from comity.programme.models import Activity, IndicatorPeriod, Result
from comity.programme.queries.activity_line import ActivityLine, activity_lines, of_project
from comity.programme.queries.budget import BudgetSummary, budget_summary
from comity.programme.queries.project_words import ProjectWords, project_words
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
    heads = {head.code: head for head in project_heads(today)}
    for code in codes:
        if code not in heads:
            raise NotFound(f"project as “{code[:60]}”")
    wanted = [heads[code] for code in codes] or [
        head for head in heads.values() if period.meets(head.starts, head.ends)
    ]
    wanted.sort(key=lambda head: (head.starts, head.code))
    return Material(period, today, tuple(_project(head, period, today, money=money) for head in wanted))


def _project(head: ProjectHead, period: Reported, today: date, *, money: bool) -> ProjectMaterial:
    results = Result.objects.filter(project__code=head.code, parent=None)
    meeting = Activity.objects.filter(of_project(head.code), starts__lte=period.ends, ends__gte=period.starts)
    return ProjectMaterial(
        head=head,
        words=project_words(head, today),
        results=tuple((row.number, row.says) for row in results),
        indicators=_indicators(head.code, period),
        activities=activity_lines(meeting, today),
        money=budget_summary(head.code, min(period.ends, today)) if money else None,
    )


def _indicators(code: str, period: Reported) -> tuple[IndicatorLine, ...]:
    """The latest period of each that began by the end of the report's."""
    rows = (
        IndicatorPeriod.objects.filter(indicator__result__project__code=code, starts__lte=period.ends)
        .select_related("indicator__result")
        .order_by("indicator__result__number", "indicator__number", "indicator_id", "-starts")
        .distinct("indicator__result__number", "indicator__number", "indicator_id")
    )
    return tuple(
        IndicatorLine(
            result=row.indicator.result.number,
            number=row.indicator.number,
            says=row.indicator.says,
            unit=row.indicator.unit,
            baseline=_said(row.indicator.baseline),
            target=_said(row.target),
            actual=_said(row.actual),
            evidence=row.evidence,
        )
        for row in rows
    )


def _said(value: object) -> str:
    return "not known" if value is None else f"{value:,}".removesuffix(".00")
