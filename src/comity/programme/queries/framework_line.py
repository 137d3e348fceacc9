"""Lines of a results framework as pages show them: periods, indicators with their progress, results with their sum."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal

from comity.atlas.queries.fact import FactView
from comity.atlas.rules.packs.overview import Precision
from comity.programme.models import Indicator, IndicatorPeriod
from comity.programme.queries.activity_line import ActivityLine
from comity.programme.queries.measures import MEASURES
from comity.programme.queries.measures.measure import Measure
from comity.programme.rules.activity import when
from comity.programme.rules.figure import aimed, written
from comity.programme.rules.progress import Progress, Span, Standing, Sum, progress, standing_of, summed
from comity.programme.rules.project import Direction, Level


@dataclass(frozen=True, slots=True)
class PeriodLine:
    """A period with where it stands to its own target."""

    id: int
    span: Span
    unit: str
    evidence: str
    source: str
    standing: Standing
    version: int
    changed_at: datetime

    @property
    def when(self) -> str:
        """“2016” for a whole year, else the days."""
        starts, ends = self.span.starts, self.span.ends
        whole = (starts.month, starts.day, ends.month, ends.day) == (1, 1, 12, 31)
        if whole and starts.year == ends.year:
            return str(starts.year)
        return when(starts, ends, Precision.DAY)

    @property
    def target(self) -> str:
        return aimed(self.span.target, self.unit)

    @property
    def actual(self) -> str:
        return written(self.span.actual, self.unit)


@dataclass(frozen=True, slots=True)
class IndicatorLine:
    """`fact` is where its pack proposes it, if it still reads so. Where `measure` is None, people enter the actuals."""

    id: int
    result: int
    number: str
    says: str
    unit: str
    direction: Direction
    measure: Measure | None
    measure_name: str
    baseline: Decimal | None
    baseline_on: date | None
    baseline_source: str
    version: int
    periods: tuple[PeriodLine, ...]
    progress: Progress
    fact: FactView | None

    @property
    def newest(self) -> PeriodLine | None:
        """The period of the newest actual."""
        return self._of(self.progress.newest)

    @property
    def last(self) -> PeriodLine | None:
        """The period of the last target."""
        return self._of(self.progress.aim)

    @property
    def baseline_words(self) -> str:
        return written(self.baseline, self.unit)

    def _of(self, span: Span | None) -> PeriodLine | None:
        return next((period for period in self.periods if span is not None and period.span is span), None)


@dataclass(frozen=True, slots=True)
class FrameworkLine:
    """An expected result with its outputs, or an output. `activities` are the latest; `more` counts the others."""

    id: int
    level: Level
    number: str
    says: str
    assumption: str
    version: int
    indicators: tuple[IndicatorLine, ...]
    outputs: tuple[FrameworkLine, ...]
    activities: tuple[ActivityLine, ...]
    fact: FactView | None
    more: int = 0

    @property
    def activity_count(self) -> int:
        return len(self.activities) + self.more

    @property
    def sum(self) -> Sum:
        return summed(each.progress.share for each in self.indicators)


def indicator_line(
    row: Indicator, periods: list[IndicatorPeriod], day: date, fact: FactView | None = None
) -> IndicatorLine:
    """`periods` are all of the indicator's, in the order of their days."""
    direction = Direction(row.direction)
    lines = tuple(_period(each, row.unit, direction, day) for each in periods)
    return IndicatorLine(
        id=row.pk,
        result=row.result_id,
        number=row.number,
        says=row.says,
        unit=row.unit,
        direction=direction,
        measure=MEASURES.get(row.measure),
        measure_name=row.measure,
        baseline=row.baseline,
        baseline_on=row.baseline_on,
        baseline_source=row.baseline_source,
        version=row.version,
        periods=lines,
        progress=progress(row.baseline, direction, [line.span for line in lines], day),
        fact=fact,
    )


def _period(row: IndicatorPeriod, unit: str, direction: Direction, day: date) -> PeriodLine:
    span = Span(row.starts, row.ends, row.target, row.actual)
    return PeriodLine(
        id=row.pk,
        span=span,
        unit=unit,
        evidence=row.evidence,
        source=row.source,
        standing=standing_of(span, direction, day),
        version=row.version,
        changed_at=row.changed_at,
    )
