"""Rewording a line of a project's results framework. What it said before stays readable in the ledger."""

from __future__ import annotations

from django.db import transaction

from comity.ledger.actions.record import record
from comity.people.models.user import User
from comity.programme.access import result_for
from comity.programme.models import Result
from comity.programme.rules.events import project_subject
from comity.programme.rules.result_words import ResultWords, checked_result
from comity.programme.rules.results_events import ResultKept


@transaction.atomic
def edit_result(project: str, result: int, words: ResultWords, *, version: int, by: User) -> None:
    """`version` is that of the line one saw. Raises NotEntitled, NotFound, Refused with the field, ChangedMeanwhile."""
    row = result_for(by, project, result, version=version)
    others = row.project.results.exclude(pk=row.pk).values_list("number", flat=True)
    said = checked_result(words, set(others))
    Result.objects.filter(pk=row.pk).update(
        number=said.number, says=said.says, assumption=said.assumption, version=version + 1
    )
    record(
        ResultKept(
            subject=project_subject(project),
            number=said.number,
            serves=row.parent.number if row.parent else "",
            says=said.says,
            assumption=said.assumption,
            version=version + 1,
        ),
        actor=by.actor,
    )
