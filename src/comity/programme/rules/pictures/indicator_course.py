"""An indicator over its periods: what was to be reached, and what was. What is not known leaves a gap."""

from __future__ import annotations

from calendar import isleap
from collections.abc import Sequence
from datetime import date
from decimal import Decimal

from comity.kernel.words import say
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
    told = [
        say(
            "{period}: target {target}, actual {actual}",
            period=name,
            target=aimed(span.target),
            actual=written(span.actual),
        )
        for name, span in periods[-MOST:]
    ]
    known = any(value is not None for _, span in periods for value in (span.target, span.actual))
    return Picture(
        name="indicator",
        title=indicator_finding(says, unit, progress),
        words="; ".join([say("baseline {figure}", figure=written(baseline, unit)), *told]),
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
            say("Periods"),
            (
                say("Period"),
                *(f"{what} ({unit})" if in_words(unit) else what for what in (say("Target"), say("Actual"))),
            ),
            tuple((name, (aimed(span.target, unit), written(span.actual, unit))) for name, span in periods),
        ),
    )


def indicator_finding(says: str, unit: str, progress: Progress) -> str:
    """How far it has come, in a sentence."""
    named = f"{says} ({unit})" if in_words(unit) and unit.lower() not in says.lower() else says
    if progress.newest is None:
        return say("{indicator}: nothing is known yet of what was reached", indicator=named)
    told = {
        "indicator": named,
        "actual": written(progress.newest.actual, unit),
        "year": progress.newest.ends.year,
    }
    if progress.aim is None:
        return say("{indicator}: {actual} at the last count ({year})", **told)
    return say(
        "{indicator}: {actual} at the last count ({year}); the last target is {target} ({by})",
        target=written(progress.target, unit),
        by=progress.aim.ends.year,
        **told,
    )


def _number(value: Decimal | None) -> float | None:
    """A drawing needs no cent."""
    return None if value is None else float(value)


def _year(day: date, *, last: bool = False) -> float:
    """The day as a place on an axis of years: its beginning, or the end of a last day."""
    days = 366 if isleap(day.year) else 365
    gone = day.timetuple().tm_yday - (0 if last else 1)
    return round(day.year + gone / days, 4)
