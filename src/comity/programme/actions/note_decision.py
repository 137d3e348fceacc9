"""Noting what a meeting decided or recommended."""

from __future__ import annotations

from django.db import transaction

from comity.kernel import clock
from comity.kernel.words import say
from comity.ledger.actions.record import record
from comity.people.models.user import User
from comity.people.rules.refusal import Refused
from comity.programme.access import activity_for
from comity.programme.models import Decision
from comity.programme.rules.activity_events import activity_subject
from comity.programme.rules.decision import LONGEST, DecisionKind
from comity.programme.rules.team_events import DecisionNoted
from comity.programme.rules.texts import needed


@transaction.atomic
def note_decision(project: str, activity: str, kind: DecisionKind, says: str, *, by: User) -> str:
    """The number it got: they are counted within the activity.

    Raises NotEntitled, NotFound, Refused where the activity has not begun.
    """
    row = activity_for(by, project, activity)
    if row.starts > clock.today():
        raise Refused(
            "says",
            say("This activity begins on {starts}. What it decides can be noted from then on.", starts=row.starts),
        )
    said = needed("says", says, say("What was decided is needed."), LONGEST)
    number = str(Decision.objects.filter(activity=row).count() + 1)
    Decision.objects.create(activity=row, number=number, kind=kind.value, says=said, noted_at=clock.now(), noted_by=by)
    event = DecisionNoted(subject=activity_subject(project, activity), number=number, kind=kind.value, says=said)
    record(event, actor=by.actor)
    return number
