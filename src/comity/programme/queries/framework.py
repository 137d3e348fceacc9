"""A project's results framework as one tree: results, outputs, indicators with progress, activities."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from django.db.models import Case, Count, F, When, Window
from django.db.models.functions import RowNumber

from comity.programme.models import Activity, Indicator, IndicatorPeriod, Result
from comity.programme.queries.activity_line import ActivityLine, activity_line, of_project
from comity.programme.queries.framework_line import FrameworkLine, IndicatorLine, indicator_line
from comity.programme.queries.projects import ProjectHead
from comity.programme.queries.stated_lines import stated_lines
from comity.programme.rules.progress import Sum, summed
from comity.programme.rules.project import Level
from comity.programme.rules.result_words import in_order

SHOWN = 10
"""Activities of one line that are read; the project's list has all."""


@dataclass(frozen=True, slots=True)
class Framework:
    """`results` are the expected ones, with all below them; `loose` are the latest activities that serve
    none, `loose_more` counts the others."""

    objective: str
    results: tuple[FrameworkLine, ...]
    loose: tuple[ActivityLine, ...]
    loose_more: int = 0

    @property
    def lines(self) -> Iterator[FrameworkLine]:
        """Every line of the tree, each result before its outputs."""
        for result in self.results:
            yield result
            yield from result.outputs

    @property
    def indicators(self) -> tuple[IndicatorLine, ...]:
        return tuple(indicator for line in self.lines for indicator in line.indicators)

    @property
    def sum(self) -> Sum:
        """Over the results that are known, whose own sums count."""
        return summed(result.sum.share for result in self.results)

    @property
    def computed(self) -> bool:
        """Whether any indicator is computed by this node."""
        return any(indicator.measure for indicator in self.indicators)


def framework(project: ProjectHead, day: date) -> Framework:
    """Five queries, however large it is: results, indicators, periods, activities, packs."""
    said, proposed = stated_lines(project.code, day)
    periods: defaultdict[int, list[IndicatorPeriod]] = defaultdict(list)
    rows = IndicatorPeriod.objects.filter(indicator__result__project__code=project.code)
    for period in rows.order_by("starts"):
        periods[period.indicator_id].append(period)
    indicators: defaultdict[int, list[IndicatorLine]] = defaultdict(list)
    for row in Indicator.objects.filter(result__project__code=project.code):
        line = indicator_line(row, periods[row.pk], day, proposed.get((row.number, row.says)))
        indicators[row.result_id].append(line)
    activities, loose, hidden = _activities(project.code, day)
    below: defaultdict[int | None, list[Result]] = defaultdict(list)
    for result in Result.objects.filter(project__code=project.code):
        below[result.parent_id].append(result)

    def line_of(row: Result) -> FrameworkLine:
        return FrameworkLine(
            id=row.pk,
            level=Level(row.level),
            number=row.number,
            says=row.says,
            assumption=row.assumption,
            version=row.version,
            indicators=tuple(sorted(indicators[row.pk], key=lambda each: in_order(each.number))),
            outputs=lines_below(row.pk),
            activities=tuple(activities.get(row.number, ())),
            fact=said.get((row.number, row.says)),
            more=hidden[row.number],
        )

    def lines_below(number: int | None) -> tuple[FrameworkLine, ...]:
        return tuple(line_of(row) for row in sorted(below[number], key=lambda row: in_order(row.number)))

    return Framework(project.objective, lines_below(None), tuple(loose), hidden[""])


def _activities(code: str, day: date) -> tuple[dict[str, list[ActivityLine]], list[ActivityLine], Counter[str]]:
    """The latest by the number of the result they serve, those that serve none, and how many more each has. A joint
    activity serves a result of whoever leads it: in another project it stands with those that serve none here."""
    served: defaultdict[str, list[ActivityLine]] = defaultdict(list)
    loose: list[ActivityLine] = []
    hidden: Counter[str] = Counter()
    served_here = Case(When(project__code=code, then=F("result_id")))
    rows = (
        Activity.objects.filter(of_project(code))
        .select_related("project", "result")
        .annotate(
            place=Window(RowNumber(), partition_by=[served_here], order_by=["-starts", "-id"]),
            many=Window(Count("*"), partition_by=[served_here]),
        )
    )
    for row in rows.filter(place__lte=SHOWN):
        line = activity_line(row, day)
        number = line.result if line.project == code else ""
        (served[number] if number else loose).append(line)
        hidden[number] = max(0, row.many - SHOWN)
    return dict(served), loose, hidden
