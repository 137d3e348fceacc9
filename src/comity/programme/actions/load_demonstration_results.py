"""Showing a results framework on a demonstration node: what was reached, invented and said to be; computed figures.

Only what nobody has recorded yet is filled in: loading again changes nothing.
"""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from comity.kernel import clock
from comity.people.models.user import User
from comity.programme.actions.compute_actuals import compute_actuals
from comity.programme.actions.keep_indicator import edit_indicator
from comity.programme.actions.keep_period import add_period
from comity.programme.actions.record_actual import record_actual
from comity.programme.models import Indicator, IndicatorPeriod
from comity.programme.rules.indicator_words import IndicatorWords
from comity.programme.rules.period_words import ActualWords, PeriodWords
from comity.programme.rules.project import Direction

MADE_UP = "Demonstration: invented to show how the page looks"

REACHED: dict[tuple[str, str], tuple[int | None, ...]] = {
    ("cybercrime-eap-ii", "1.a"): (0, 2, 5),
    ("cybercrime-eap-ii", "2.b"): (3, 4, 6),
    ("cybercrime-eap-ii", "3.a"): (0, 1, None),
    ("cybercrime-eap-iii", "1.a"): (6, 6),
    ("cybercrime-eap-iii", "1.b"): (9, None),
    ("cybercrime-eap-iii", "2.b"): (4, 7),
    ("cybercrime-eap-iii", "2.2.a"): (12,),
    ("cybercrime-eap-iii", "3.b"): (0, 2),
}
"""By period, in their order. The exercise of twelve countries is the overview's; all else is invented."""

BASELINES = {("cybercrime-eap-ii", "2.b"): Decimal(2)}


def load_demonstration_results(officer: User) -> None:
    """Fill in actuals of the two projects of the packs, and have the node compute this year's figures."""
    for (project, number), figures in REACHED.items():
        rows = Indicator.objects.filter(result__project__code=project, number=number)
        for indicator in rows.select_related("result__project"):
            _baseline(indicator, project, officer)
            for period, figure in zip(indicator.periods.order_by("starts"), figures, strict=False):
                _actual(period, figure, project, officer)
    for indicator in Indicator.objects.exclude(measure="").select_related("result__project"):
        _this_year(indicator, officer)
    for project in sorted({project for project, _ in REACHED}):
        if Indicator.objects.filter(result__project__code=project).exists():
            compute_actuals(project, by=officer)


def _baseline(indicator: Indicator, project: str, officer: User) -> None:
    baseline = BASELINES.get((project, indicator.number))
    if baseline is None or indicator.baseline is not None:
        return
    words = IndicatorWords(
        number=indicator.number,
        says=indicator.says,
        unit=indicator.unit,
        direction=Direction(indicator.direction),
        baseline=baseline,
        baseline_on=indicator.result.project.starts,
        baseline_source=MADE_UP,
    )
    edit_indicator(project, indicator.pk, words, version=indicator.version, by=officer)


def _actual(period: IndicatorPeriod, figure: int | None, project: str, officer: User) -> None:
    if figure is None or period.version > 1:
        return
    evidence = MADE_UP
    source = "No document"
    if (project, period.indicator.number) == ("cybercrime-eap-iii", "2.2.a"):
        evidence, source = "The exercise was completed for 12 countries.", "Overview of June 2017, slide 7"
    record_actual(
        project, period.pk, ActualWords(Decimal(figure), evidence, source), version=period.version, by=officer
    )


def _this_year(indicator: Indicator, officer: User) -> None:
    """A look at what lasts after the project: the current year, without a target."""
    year = clock.today().year
    words = PeriodWords(date(year, 1, 1), date(year, 12, 31))
    if not indicator.periods.filter(ends__gte=words.starts).exists():
        add_period(indicator.result.project.code, indicator.pk, words, by=officer)
