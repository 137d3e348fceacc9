"""Planning a paper of a project."""

from __future__ import annotations

from django.db import IntegrityError, transaction

from comity.kernel import clock, sayable
from comity.kernel.words import noted
from comity.ledger.actions.record import record
from comity.people.models.user import User
from comity.people.rules.refusal import Refused
from comity.programme.access import project_for
from comity.programme.models import Study
from comity.programme.queries.study_fields import study_fields
from comity.programme.rules.study import StudyWords, checked_words
from comity.programme.rules.team_events import StudyPlanned, study_subject

TWICE = noted("This project has a paper of this title already.")


@transaction.atomic
def plan_study(project: str, words: StudyWords, *, by: User) -> int:
    """The paper's number. Raises NotEntitled, NotFound, Refused with the field."""
    owner = project_for(by, project)
    said = checked_words(words)
    fields = study_fields(owner, said)
    try:
        with transaction.atomic():
            made = Study.objects.create(project=owner, made_at=clock.now(), **fields)
    except IntegrityError:
        raise Refused("title", sayable.said(TWICE)) from None
    event = StudyPlanned(
        subject=study_subject(made.pk), project=project, kind=said.kind.value, title=said.title, due=said.due
    )
    record(event, actor=by.actor)
    return made.pk
