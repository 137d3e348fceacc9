"""Signing off an assessment that others answered. From then on the overview repeats it."""

from __future__ import annotations

from django.db import transaction

from comity.kernel import clock
from comity.kernel.digest import Digest, canonical_json
from comity.ledger.actions.record import record
from comity.people.models.user import User
from comity.stateofplay.access import assessment_for, expect_same_questions
from comity.stateofplay.rules.assessment import AssessmentState, may_sign_off
from comity.stateofplay.rules.events import AssessmentSignedOff, assessment_subject


@transaction.atomic
def sign_off_assessment(number: int, *, version: int, by: User) -> None:
    """`by` stands behind `version`, the one they read.

    Raises NotEntitled, NotFound, ChangedMeanwhile, QuestionnaireChanged, NotNow (four eyes among others).
    """
    assessment = assessment_for(by, number, version=version)
    authors = {*assessment.answers.values_list("answered_by_id", flat=True), assessment.sent_by_id}
    may_sign_off(AssessmentState(assessment.state), str(by.pk), {str(author) for author in authors})
    expect_same_questions(assessment)
    assessment.state = AssessmentState.SIGNED_OFF
    assessment.signed_off_at, assessment.signed_off_by = clock.now(), by
    assessment.version += 1
    assessment.changed_at = clock.now()
    assessment.save()
    answers = list(assessment.answers.order_by("item").values("item", "wording", "value", "evidence", "source", "note"))
    digest = Digest.of(canonical_json({"asked": assessment.asked, "answers": answers}))
    record(
        AssessmentSignedOff(subject=assessment_subject(number), version=assessment.version, digest=str(digest)),
        actor=by.actor,
    )
