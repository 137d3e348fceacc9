"""Noting a step of a draft amendment: consultation, parliament, adoption, entry into force, or its end."""

from __future__ import annotations

from datetime import date

from django.db import transaction

from comity.kernel import clock
from comity.kernel.words import say
from comity.ledger.actions.record import record
from comity.people.models.user import User
from comity.people.rules.refusal import Refused
from comity.stateofplay.access import amendment_for
from comity.stateofplay.models import Amendment, AmendmentStep
from comity.stateofplay.rules.amendment import AmendmentState, check_step
from comity.stateofplay.rules.amendment_events import AmendmentMoved, amendment_subject


@transaction.atomic
def move_amendment(
    number: int, to: AmendmentState, day: date, *, remark: str = "", source: str = "", version: int, by: User
) -> None:
    """Raises NotEntitled, NotFound, NotNow, ChangedMeanwhile, Refused with the field."""
    amendment = amendment_for(by, number, version=version)
    last = max(amendment.steps.values_list("day", flat=True))
    here = AmendmentState(amendment.state)
    check_step(here, to, day, last=last, today=clock.today(by.zone), remark=remark, source=source)
    others = Amendment.objects.filter(country=amendment.country, article=amendment.article).exclude(pk=number)
    if to.is_open and not here.is_open and any(AmendmentState(other.state).is_open for other in others):
        raise Refused("state", say("Another draft on this article is under way: continue that one."))
    now = clock.now()
    AmendmentStep.objects.create(
        amendment=amendment,
        state=to.value,
        day=day,
        remark=remark.strip(),
        source=source.strip(),
        noted_at=now,
        noted_by=by,
    )
    Amendment.objects.filter(pk=number).update(state=to.value, version=version + 1, changed_at=now)
    event = AmendmentMoved(
        subject=amendment_subject(number), state=to.value, day=day, remark=remark.strip(), source=source.strip()
    )
    record(event, actor=by.actor)
