"""A project's results with their indicators and periods, as IATI reports them; three queries a project."""

from __future__ import annotations

from decimal import Decimal

from django.db.models import Prefetch

from comity.programme.models import Indicator, IndicatorPeriod, Project, Result
from comity.programme.rules.iati.activity import IatiIndicator, IatiResult, Span
from comity.programme.rules.project import Direction, Level

_KINDS = {Level.OUTPUT: "1", Level.RESULT: "2"}
"""Codelist ResultType."""


def results_of(project: Project) -> tuple[IatiResult, ...]:
    """Those with an indicator: IATI has no result without one."""
    indicators = Indicator.objects.prefetch_related(
        Prefetch("periods", IndicatorPeriod.objects.order_by("starts"))
    ).order_by("number")
    rows = Result.objects.filter(project=project).prefetch_related(Prefetch("indicators", indicators))
    return tuple(_result(row) for row in rows if row.indicators.all())


def _result(row: Result) -> IatiResult:
    made = tuple(_indicator(each) for each in row.indicators.all())
    return IatiResult(_KINDS[Level(row.level)], row.says, made)


def _indicator(row: Indicator) -> IatiIndicator:
    return IatiIndicator(
        says=row.says,
        ascending=Direction(row.direction) is Direction.UP,
        percent=row.unit.strip() in {"%", "per cent", "percent"},
        baseline=_plain(row.baseline),
        baseline_on=row.baseline_on,
        spans=tuple(
            Span(each.starts, each.ends, _plain(each.target), _plain(each.actual), each.evidence)
            for each in row.periods.all()
        ),
    )


def _plain(value: Decimal | None) -> str:
    return "" if value is None else f"{value.normalize():f}"
