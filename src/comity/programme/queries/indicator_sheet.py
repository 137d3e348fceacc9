"""One indicator with all its periods, and what the ledger says of it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from typing import Any

from comity.atlas.rules.packs.overview import Precision
from comity.casework.rules.refusal import NotFound
from comity.kernel.words import say
from comity.ledger.queries.entries import entries_about
from comity.programme.models import Indicator, IndicatorPeriod, Result
from comity.programme.queries.framework_line import IndicatorLine, PeriodLine, indicator_line
from comity.programme.queries.stated_lines import stated_lines
from comity.programme.rules.activity import when
from comity.programme.rules.figure import aimed, written
from comity.programme.rules.results_events import ActualRecorded, IndicatorKept, PeriodKept, indicator_subject


@dataclass(frozen=True, slots=True)
class Noted:
    """What was recorded of the indicator, when and by whom, in a sentence."""

    at: datetime
    by: str
    says: str


@dataclass(frozen=True, slots=True)
class IndicatorSheet:
    """`of_number` and `of_says` are the result's or output's; `history` has the newest first."""

    line: IndicatorLine
    of_number: str
    of_says: str
    of_level: str
    history: tuple[Noted, ...]


def indicator_sheet(project: str, number: int, day: date, *, history: bool = True) -> IndicatorSheet:
    """The indicator with this row number. Raises NotFound."""
    row = Indicator.objects.select_related("result").filter(result__project__code=project, pk=number).first()
    if row is None:
        raise NotFound("indicator")
    result: Result = row.result
    periods = list(IndicatorPeriod.objects.filter(indicator=row).order_by("starts"))
    _, proposed = stated_lines(project, day)
    line = indicator_line(row, periods, day, proposed.get((row.number, row.says)))
    told = _history(row.pk, row.unit) if history else ()
    return IndicatorSheet(line, result.number, result.says, result.get_level_display(), told)


def period_line(project: str, number: int, day: date) -> tuple[IndicatorSheet, PeriodLine]:
    """The period with this row number, with its indicator. Raises NotFound."""
    owner = IndicatorPeriod.objects.filter(indicator__result__project__code=project, pk=number)
    indicator = owner.values_list("indicator_id", flat=True).first()
    if indicator is None:
        raise NotFound("period")
    sheet = indicator_sheet(project, indicator, day, history=False)
    return sheet, next(period for period in sheet.line.periods if period.id == number)


def _history(number: int, unit: str) -> tuple[Noted, ...]:
    entries = entries_about(indicator_subject(number), names=tuple(_SENTENCES))
    return tuple(
        Noted(entry.at, entry.actor_display, _SENTENCES[entry.name](entry.payload, unit)) for entry in reversed(entries)
    )


def _actual(said: Mapping[str, Any], unit: str) -> str:
    told = say("Actual of {period}: {figure}", period=_span(said), figure=_figure(said["actual"], unit))
    return f"{told}. {said['evidence']}" if said["evidence"] else f"{told}."


def _period(said: Mapping[str, Any], unit: str) -> str:
    target = aimed(None if said["target"] is None else Decimal(said["target"]), unit)
    return say("Period {period}, target {target}.", period=_span(said), target=target)


def _indicator(said: Mapping[str, Any], unit: str) -> str:
    return say("Reads “{says}”, baseline {figure}.", says=said["says"], figure=_figure(said["baseline"], unit))


_SENTENCES = {ActualRecorded.name: _actual, PeriodKept.name: _period, IndicatorKept.name: _indicator}


def _figure(text: str | None, unit: str) -> str:
    return written(None if text is None else Decimal(text), unit)


def _span(said: Mapping[str, Any]) -> str:
    return when(date.fromisoformat(said["starts"]), date.fromisoformat(said["ends"]), Precision.DAY)
