"""Planning a paper of a project."""

from __future__ import annotations

from datetime import date

from django.db import IntegrityError, transaction

from comity.casework.rules.refusal import NotFound
from comity.kernel import clock
from comity.kernel.country import CountryCode
from comity.ledger.actions.record import record
from comity.people.models.user import User
from comity.people.rules.refusal import Refused
from comity.programme.access import project_for
from comity.programme.models import Result, Study
from comity.programme.rules.study import StudyKind
from comity.programme.rules.team_events import StudyPlanned, study_subject
from comity.programme.rules.texts import needed


@transaction.atomic
def plan_study(
    project: str,
    kind: StudyKind,
    title: str,
    *,
    by: User,
    due: date | None = None,
    result: str = "",
    countries: tuple[CountryCode, ...] = (),
) -> int:
    """The paper's number. `result` is the number of the expected result that it serves, if any.

    Raises NotEntitled, NotFound, Refused.
    """
    owner = project_for(by, project)
    said = needed("title", title, "A title is needed.", 300)
    serves = Result.objects.filter(project=owner, number=result).first() if result else None
    if result and serves is None:
        raise NotFound("result")
    try:
        with transaction.atomic():
            made = Study.objects.create(
                project=owner,
                result=serves,
                kind=kind.value,
                title=said,
                countries=list(countries),
                due=due,
                made_at=clock.now(),
            )
    except IntegrityError:
        raise Refused("title", "This project has a paper of this title already.") from None
    event = StudyPlanned(subject=study_subject(made.pk), project=project, kind=kind.value, title=said, due=due)
    record(event, actor=by.actor)
    return made.pk
