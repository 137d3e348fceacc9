"""Taking an assessment to the questionnaire of today: answers to questions that read the same stay answers.

Nothing is lost: an answer to other words stays in its row, beside its question, until it is given anew.
"""

from __future__ import annotations

from django.db import transaction

from comity.kernel import clock
from comity.kernel.words import say
from comity.ledger.actions.record import record
from comity.people.models.user import User
from comity.stateofplay.access import assessment_for, current_questionnaire
from comity.stateofplay.rules.answers import open_items
from comity.stateofplay.rules.assessment import AssessmentState, NotNow
from comity.stateofplay.rules.events import AnswersCarriedOver, assessment_subject


@transaction.atomic
def carry_over_answers(number: int, *, version: int, by: User) -> tuple[str, ...]:
    """The items to be answered (again). An assessment in review is a draft again, since its questions changed.

    Raises NotEntitled, NotFound, ChangedMeanwhile, NotNow.
    """
    assessment = assessment_for(by, number, version=version)
    if assessment.state == AssessmentState.SIGNED_OFF:
        raise NotNow(say("This assessment is signed off, with the questions it was asked. It stays as it is."))
    asked = current_questionnaire(assessment.questionnaire)
    if asked is None:
        raise NotNow(say("This node no longer has the questionnaire. The answers stay as they are."))
    reopened = tuple(item.id for item in open_items(asked, dict(assessment.answers.values_list("item", "wording"))))
    assessment.asked = asked.model_dump(mode="json", by_alias=True)
    assessment.edition = asked.edition
    assessment.state = AssessmentState.DRAFT
    assessment.version += 1
    assessment.changed_at = clock.now()
    assessment.save()
    record(
        AnswersCarriedOver(subject=assessment_subject(number), edition=asked.edition, reopened=reopened), actor=by.actor
    )
    return reopened
