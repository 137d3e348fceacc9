"""Adding a line to a project's results framework: an expected result, or an output that serves one."""

from __future__ import annotations

from django.db import transaction

from comity.casework.rules.refusal import NotFound
from comity.kernel.words import say
from comity.ledger.actions.record import record
from comity.people.models.user import User
from comity.people.rules.refusal import Refused
from comity.programme.access import project_for
from comity.programme.models import Result
from comity.programme.rules.events import project_subject
from comity.programme.rules.project import Level
from comity.programme.rules.result_words import ResultWords, checked_result
from comity.programme.rules.results_events import ResultKept


@transaction.atomic
def add_result(project: str, words: ResultWords, *, serves: int | None = None, by: User) -> int:
    """`serves` is the row number of the result that an output serves. The new line's row number.

    Raises NotEntitled, NotFound, Refused with the field.
    """
    owner = project_for(by, project)
    above = owner.results.filter(pk=serves).first() if serves is not None else None
    if serves is not None and above is None:
        raise NotFound("result")
    if above is not None and above.level != Level.RESULT:
        raise Refused("number", say("{number} is an output. An output serves an expected result.", number=above.number))
    said = checked_result(words, set(owner.results.values_list("number", flat=True)))
    made = Result.objects.create(
        project=owner,
        parent=above,
        level=(Level.OUTPUT if above else Level.RESULT).value,
        number=said.number,
        says=said.says,
        assumption=said.assumption,
    )
    record(
        ResultKept(
            subject=project_subject(owner.code),
            number=said.number,
            serves=above.number if above else "",
            says=said.says,
            assumption=said.assumption,
            version=made.version,
        ),
        actor=by.actor,
    )
    return int(made.pk)
