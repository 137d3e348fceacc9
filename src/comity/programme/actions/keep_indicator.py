"""Adding an indicator to a result or an output, or rewording one."""

from __future__ import annotations

from dataclasses import asdict

from django.db import transaction

from comity.kernel.words import say
from comity.ledger.actions.record import record
from comity.people.models.user import User
from comity.people.rules.refusal import Refused
from comity.programme.access import indicator_for, result_for
from comity.programme.models import Indicator, Result
from comity.programme.queries.measures import MEASURES
from comity.programme.rules.indicator_words import IndicatorWords, checked_indicator
from comity.programme.rules.period_words import PeriodWords, checked_period
from comity.programme.rules.results_events import IndicatorKept, indicator_subject


@transaction.atomic
def add_indicator(project: str, result: int, words: IndicatorWords, *, by: User) -> int:
    """The new indicator's row number. Raises NotEntitled, NotFound, Refused with the field."""
    owner = result_for(by, project, result)
    said = _checked(words, owner)
    made = Indicator.objects.create(result=owner, **asdict(said))
    _record(made, said, by)
    return int(made.pk)


@transaction.atomic
def edit_indicator(project: str, indicator: int, words: IndicatorWords, *, version: int, by: User) -> None:
    """`version` is that of the indicator one saw. Targets that were set must fit the new baseline and direction.

    Raises NotEntitled, NotFound, Refused with the field, ChangedMeanwhile.
    """
    row = indicator_for(by, project, indicator, version=version)
    said = _checked(words, row.result, but=row.pk)
    for starts, ends, target in row.periods.values_list("starts", "ends", "target"):
        try:
            checked_period(PeriodWords(starts, ends, target), (), said.direction, said.baseline)
        except Refused as refusal:
            raise Refused(
                "baseline", say("{sentence} Change that target first.", sentence=refusal.sentence)
            ) from refusal
    Indicator.objects.filter(pk=row.pk).update(**asdict(said), version=version + 1)
    row.version = version + 1
    _record(row, said, by)


def _checked(words: IndicatorWords, result: Result, but: int = 0) -> IndicatorWords:
    taken = set(result.indicators.exclude(pk=but).values_list("number", flat=True))
    return checked_indicator(words, taken, MEASURES)


def _record(row: Indicator, said: IndicatorWords, by: User) -> None:
    told = asdict(said) | {
        "direction": said.direction.value,
        "baseline": None if said.baseline is None else str(said.baseline),
    }
    event = IndicatorKept(
        subject=indicator_subject(row.pk),
        project=row.result.project.code,
        result=row.result.number,
        version=row.version,
        **told,
    )
    record(event, actor=by.actor)
