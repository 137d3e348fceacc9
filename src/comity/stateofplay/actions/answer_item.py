"""Answering one question of an assessment, with its evidence and source."""

from __future__ import annotations

from django.db import transaction

from comity.casework.rules.refusal import NotFound
from comity.kernel import clock
from comity.kernel.digest import Digest, canonical_json
from comity.ledger.actions.record import record
from comity.people.models.user import User
from comity.stateofplay.access import assessment_for, expect_same_questions
from comity.stateofplay.models import Answer
from comity.stateofplay.rules.answers import check_words, item_named, read_value, wording
from comity.stateofplay.rules.assessment import AssessmentState, may_answer
from comity.stateofplay.rules.events import ItemAnswered, assessment_subject
from comity.stateofplay.rules.refusal import ChangedMeanwhile


@transaction.atomic
def answer_item(
    number: int,
    item: str,
    value: str,
    *,
    known: bool = True,
    evidence: str = "",
    source: str = "",
    note: str = "",
    version: int = 0,
    by: User,
) -> None:
    """`version` is that of the answer one saw, 0 for none.

    Raises NotEntitled, NotFound, NotNow, Refused with the field, ChangedMeanwhile, QuestionnaireChanged.
    """
    assessment = assessment_for(by, number)
    may_answer(AssessmentState(assessment.state))
    asked = expect_same_questions(assessment)
    try:
        question = item_named(asked, item)
    except LookupError:
        raise NotFound("question") from None
    read = read_value(question, value, known=known)
    check_words(evidence, source, note, known=known)
    answer = Answer.objects.filter(assessment=assessment, item=item).first()
    if (answer.version if answer else 0) != version:
        raise ChangedMeanwhile
    words = {"value": read, "evidence": evidence.strip(), "source": source.strip(), "note": note.strip()}
    kept = {**words, "wording": wording(question), "answered_at": clock.now(), "answered_by": by}
    Answer.objects.update_or_create(assessment=assessment, item=item, defaults={**kept, "version": version + 1})
    assessment.version += 1
    assessment.changed_at = clock.now()
    assessment.save(update_fields=["version", "changed_at"])
    digest = Digest.of(canonical_json(words))
    record(ItemAnswered(subject=assessment_subject(number), item=item, digest=str(digest)), actor=by.actor)
