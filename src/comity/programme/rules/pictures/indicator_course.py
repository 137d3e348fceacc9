"""An indicator over its periods: what was to be reached, and what was. What is not known leaves a gap."""

from __future__ import annotations

from calendar import isleap
from collections.abc import Sequence
from datetime import date
from decimal import Decimal

from comity.programme.rules.figure import aimed, in_words, written
from comity.programme.rules.pictures.results_drawing import ResultsDrawing
from comity.programme.rules.progress import Progress, Span
from comity.stateofplay.rules.pictures.picture import Picture, Table

MOST = 24
"""The newest periods that the text alternative tells; the table has all."""


def indicator_course(
    says: str, unit: str, baseline: Decimal | None, progress: Progress, periods: Sequence[tuple[str, Span]]
) -> Picture:
    """`periods` come with their names, in order."""
    told = [f"{name}: target {aimed(span.target)}, actual {written(span.actual)}" for name, span in periods[-MOST:]]
    known = any(value is not None for _, span in periods for value in (span.target, span.actual))
    return Picture(
        name="indicator",
        title=indicator_finding(says, unit, progress),
        words="; ".join([f"baseline {written(baseline, unit)}", *told]),
        values=[
            {
                "starts": _year(span.starts),
                "ends": _year(span.ends, last=True),
                "target": _number(span.target),
                "actual": _number(span.actual),
                "baseline": _number(baseline),
                "unit": unit,
            }
            for _, span in periods
        ]
        if known
        else [],
        drawing=ResultsDrawing.COURSE,
        table=Table(
            "Periods",
            ("Period", *(f"{what} ({unit})" if in_words(unit) else what for what in ("Target", "Actual"))),
            tuple((name, (aimed(span.target, unit), written(span.actual, unit))) for name, span in periods),
        ),
    )


def indicator_finding(says: str, unit: str, progress: Progress) -> str:
    """How far it has come, in a sentence."""
    named = f"{says} ({unit})" if in_words(unit) and unit.lower() not in says.lower() else says
    if progress.newest is None:
        return f"{named}: nothing is known yet of what was reached"
    reached = f"{named}: {written(progress.newest.actual, unit)} at the last count ({progress.newest.ends.year})"
    if progress.aim is None:
        return reached
    return f"{reached}; the last target is {written(progress.target, unit)} ({progress.aim.ends.year})"


def _number(value: Decimal | None) -> float | None:
    """A drawing needs no cent."""
    return None if value is None else float(value)


def _year(day: date, *, last: bool = False) -> float:
    """The day as a place on an axis of years: its beginning, or the end of a last day."""
    days = 366 if isleap(day.year) else 365
    gone = day.timetuple().tm_yday - (0 if last else 1)
    return round(day.year + gone / days, 4)
