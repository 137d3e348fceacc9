"""Recording what was reached in a period, with what shows it and where that is written."""

from __future__ import annotations

from django.db import transaction

from comity.kernel import clock
from comity.kernel.words import say
from comity.ledger.actions.record import record
from comity.people.models.user import User
from comity.people.rules.refusal import Refused
from comity.programme.access import period_for
from comity.programme.models import IndicatorPeriod
from comity.programme.rules.period_words import ActualWords, checked_actual
from comity.programme.rules.results_events import ActualRecorded, indicator_subject


@transaction.atomic
def record_actual(project: str, period: int, words: ActualWords, *, version: int, by: User) -> None:
    """`version` is that of the period one saw; an actual of None says that it is not known after all.

    Raises NotEntitled, NotFound, Refused with the field, ChangedMeanwhile.
    """
    row = period_for(by, project, period, version=version)
    if row.indicator.measure:
        raise Refused(
            "actual",
            say(
                "This node computes the figures of this indicator. To enter them, choose “entered by people” "
                "for it first."
            ),
        )
    said = checked_actual(words, row.starts, clock.today())
    IndicatorPeriod.objects.filter(pk=row.pk).update(
        actual=said.actual,
        evidence=said.evidence,
        source=said.source,
        version=version + 1,
        changed_at=clock.now(),
        changed_by=by,
    )
    event = ActualRecorded(
        subject=indicator_subject(row.indicator_id),
        project=project,
        starts=row.starts,
        ends=row.ends,
        actual=None if said.actual is None else str(said.actual),
        evidence=said.evidence,
        source=said.source,
        measure="",
        version=version + 1,
    )
    record(event, actor=by.actor)
