"""Saying that what an activity's document doubted is certain. Its state stays."""

from __future__ import annotations

from django.db import transaction

from comity.kernel import clock
from comity.kernel.words import say
from comity.ledger.actions.record import record
from comity.people.models.user import User
from comity.people.rules.refusal import Refused
from comity.programme.access import activity_for
from comity.programme.models import Activity
from comity.programme.rules.activity_events import ActivityConfirmed, activity_subject
from comity.programme.rules.activity_words import SHORT
from comity.programme.rules.texts import text


@transaction.atomic
def confirm_activity(project: str, code: str, *, remark: str = "", version: int, by: User) -> None:
    """`remark` says who confirmed it: an institution, a letter.

    Raises NotEntitled, NotFound, ChangedMeanwhile; Refused where nothing is doubted.
    """
    row = activity_for(by, project, code, version=version)
    said = text("remark", remark, SHORT)
    if not row.unconfirmed:
        raise Refused("remark", say("Nobody doubts this activity: there is nothing to confirm."))
    Activity.objects.filter(pk=row.pk).update(
        unconfirmed=False, version=version + 1, changed_at=clock.now(), changed_by=by
    )
    record(ActivityConfirmed(subject=activity_subject(project, code), remark=said), actor=by.actor)
