"""Changing what is said of a paper: its title, when it is due, what it serves. Its state and files change elsewhere."""

from __future__ import annotations

from django.db import IntegrityError, transaction

from comity.kernel import sayable
from comity.kernel.words import say
from comity.ledger.actions.record import record
from comity.people.models.user import User
from comity.people.rules.refusal import Refused
from comity.programme.access import study_for
from comity.programme.actions.plan_study import TWICE
from comity.programme.models import Study
from comity.programme.queries.study_fields import study_fields, study_words
from comity.programme.rules.differences import differences
from comity.programme.rules.study import StudyState, StudyWords, checked_words
from comity.programme.rules.team_events import StudyEdited, study_subject


@transaction.atomic
def edit_study(study: int, words: StudyWords, *, version: int, by: User) -> None:
    """`version` is that of the paper one saw. What changes nothing leaves no trace.

    Raises NotEntitled, NotFound, ChangedMeanwhile, Refused with the field; for a paper whose words stand, too.
    """
    row = study_for(by, study, version=version)
    state = StudyState(row.state)
    if not state.is_open:
        raise Refused(
            "title", say("This paper is {state}. Take it back to work first.", state=sayable.said(state.label))
        )
    said = checked_words(words)
    changed = differences(study_words(row), said)
    if not changed:
        return
    fields = study_fields(row.project, said)
    try:
        with transaction.atomic():
            Study.objects.filter(pk=row.pk).update(**fields, version=version + 1)
    except IntegrityError:
        raise Refused("title", sayable.said(TWICE)) from None
    record(StudyEdited(subject=study_subject(study), version=version + 1, changed=changed), actor=by.actor)
