"""Moving an activity to its next state: planned, confirmed, under way, held, reported; or cancelled."""

from __future__ import annotations

from django.db import transaction

from comity.kernel import clock
from comity.ledger.actions.record import record
from comity.people.models.user import User
from comity.programme.access import activity_for
from comity.programme.models import Activity
from comity.programme.rules.activity import ActivityState
from comity.programme.rules.activity_events import ActivityMoved, activity_subject
from comity.programme.rules.activity_moves import CERTAIN, check_move
from comity.programme.rules.activity_words import LONGEST
from comity.programme.rules.texts import text


@transaction.atomic
def move_activity(
    project: str, code: str, to: ActivityState, *, outcome: str = "", reason: str = "", version: int, by: User
) -> None:
    """`outcome` replaces what was said of it before, where it says anything. What takes place is doubted no more.

    Raises NotEntitled, NotFound, ChangedMeanwhile, Refused with the field.
    """
    row = activity_for(by, project, code, version=version)
    said, why = text("outcome", outcome, LONGEST), text("reason", reason, LONGEST)
    brought = said or row.outcome
    here = ActivityState(row.state)
    check_move(here, to, starts=row.starts, today=clock.today(by.zone), outcome=brought, reason=why)
    Activity.objects.filter(pk=row.pk).update(
        state=to.value,
        outcome=brought,
        unconfirmed=row.unconfirmed and to not in CERTAIN,
        version=version + 1,
        changed_at=clock.now(),
        changed_by=by,
    )
    event = ActivityMoved(
        subject=activity_subject(project, code), before=here.value, state=to.value, reason=why, outcome=said
    )
    record(event, actor=by.actor)
