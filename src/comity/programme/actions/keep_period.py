"""Adding a period with its target to an indicator, or changing its days or its target."""

from __future__ import annotations

from django.db import transaction

from comity.kernel import clock
from comity.ledger.actions.record import record
from comity.people.models.user import User
from comity.programme.access import indicator_for, period_for
from comity.programme.models import Indicator, IndicatorPeriod
from comity.programme.rules.period_words import PeriodWords, checked_period
from comity.programme.rules.project import Direction
from comity.programme.rules.results_events import PeriodKept, indicator_subject


@transaction.atomic
def add_period(project: str, indicator: int, words: PeriodWords, *, by: User) -> int:
    """The new period's row number. Raises NotEntitled, NotFound, Refused with the field."""
    owner = indicator_for(by, project, indicator)
    said = _checked(words, owner)
    made = IndicatorPeriod.objects.create(
        indicator=owner,
        starts=said.starts,
        ends=said.ends,
        target=said.target,
        changed_at=clock.now(),
        changed_by=by,
    )
    _record(made, said, by)
    return int(made.pk)


@transaction.atomic
def edit_period(project: str, period: int, words: PeriodWords, *, version: int, by: User) -> None:
    """`version` is that of the period one saw.

    Raises NotEntitled, NotFound, Refused with the field, ChangedMeanwhile.
    """
    row = period_for(by, project, period, version=version)
    said = _checked(words, row.indicator, but=row.pk)
    IndicatorPeriod.objects.filter(pk=row.pk).update(
        starts=said.starts,
        ends=said.ends,
        target=said.target,
        version=version + 1,
        changed_at=clock.now(),
        changed_by=by,
    )
    row.version = version + 1
    _record(row, said, by)


def _checked(words: PeriodWords, indicator: Indicator, but: int = 0) -> PeriodWords:
    others = indicator.periods.exclude(pk=but).values_list("starts", "ends")
    return checked_period(words, others, Direction(indicator.direction), indicator.baseline)


def _record(row: IndicatorPeriod, said: PeriodWords, by: User) -> None:
    event = PeriodKept(
        subject=indicator_subject(row.indicator_id),
        project=row.indicator.result.project.code,
        starts=said.starts,
        ends=said.ends,
        target=None if said.target is None else str(said.target),
        version=row.version,
    )
    record(event, actor=by.actor)
