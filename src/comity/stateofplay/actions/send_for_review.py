"""Sending an assessment to a second pair of eyes, once every question has an answer."""

from __future__ import annotations

from django.db import transaction

from comity.kernel import clock
from comity.ledger.actions.record import record
from comity.people.models.user import User
from comity.stateofplay.access import assessment_for, expect_same_questions
from comity.stateofplay.rules.answers import open_items
from comity.stateofplay.rules.assessment import AssessmentState, may_send
from comity.stateofplay.rules.events import AssessmentSentForReview, assessment_subject


@transaction.atomic
def send_for_review(number: int, *, version: int, by: User) -> None:
    """Raises NotEntitled, NotFound, ChangedMeanwhile, QuestionnaireChanged, NotNow where answers are missing."""
    assessment = assessment_for(by, number, version=version)
    asked = expect_same_questions(assessment)
    given = dict(assessment.answers.values_list("item", "wording"))
    may_send(AssessmentState(assessment.state), len(open_items(asked, given)))
    assessment.state = AssessmentState.IN_REVIEW
    assessment.sent_at, assessment.sent_by = clock.now(), by
    assessment.returned_because = ""
    assessment.version += 1
    assessment.changed_at = clock.now()
    assessment.save()
    record(AssessmentSentForReview(subject=assessment_subject(number), version=assessment.version), actor=by.actor)
