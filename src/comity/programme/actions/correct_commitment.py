"""Correcting a commitment: the wrong one is reversed with the reason, the right one takes its payments over."""

from __future__ import annotations

from django.db import transaction

from comity.people.models.user import User
from comity.programme.access import commitment_for
from comity.programme.actions.commit_money import entered
from comity.programme.actions.reverse_commitment import taken_back
from comity.programme.models import Payment
from comity.programme.rules.budget.written import CommitmentWords


@transaction.atomic
def correct_commitment(project: str, number: int, words: CommitmentWords, reason: str, *, by: User) -> int:
    """The number of the right one. All or nothing. Raises NotEntitled, NotFound, Refused with the field."""
    wrong = commitment_for(by, project, number)
    taken_back(wrong, reason, by=by)
    right = entered(wrong.line, words, by=by, corrects=wrong)
    Payment.objects.filter(commitment=wrong).update(commitment=right)
    return right.pk
