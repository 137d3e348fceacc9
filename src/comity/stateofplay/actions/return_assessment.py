"""Returning an assessment to those who answered it, with a reason."""

from __future__ import annotations

from django.db import transaction

from comity.kernel import clock
from comity.kernel.words import say
from comity.ledger.actions.record import record
from comity.people.models.user import User
from comity.people.rules.refusal import Refused
from comity.stateofplay.access import assessment_for
from comity.stateofplay.rules.answers import LONGEST
from comity.stateofplay.rules.assessment import AssessmentState, may_return
from comity.stateofplay.rules.events import AssessmentReturned, assessment_subject


@transaction.atomic
def return_assessment(number: int, reason: str, *, version: int, by: User) -> None:
    """Raises NotEntitled, NotFound, ChangedMeanwhile, NotNow, Refused without a reason."""
    assessment = assessment_for(by, number, version=version)
    may_return(AssessmentState(assessment.state))
    why = reason.strip()
    if not why or len(why) > LONGEST:
        raise Refused("reason", say("Say in up to {limit} characters what should change.", limit=f"{LONGEST:,}"))
    assessment.state = AssessmentState.DRAFT
    assessment.returned_because = why
    assessment.version += 1
    assessment.changed_at = clock.now()
    assessment.save()
    record(AssessmentReturned(subject=assessment_subject(number), reason=why), actor=by.actor)
