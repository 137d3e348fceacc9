"""Correcting a payment: the wrong one is reversed with the reason, the right one recorded in its stead."""

from __future__ import annotations

from django.db import transaction

from comity.people.models.user import User
from comity.programme.access import payment_for
from comity.programme.actions.record_payment import entered
from comity.programme.actions.reverse_payment import taken_back
from comity.programme.rules.budget.written import PaymentWords


@transaction.atomic
def correct_payment(project: str, number: int, words: PaymentWords, reason: str, *, by: User) -> int:
    """The number of the right one. Both or nothing. Raises NotEntitled, NotFound, Refused with the field."""
    wrong = payment_for(by, project, number)
    taken_back(wrong, reason, by=by)
    return entered(wrong.commitment, words, by=by, corrects=wrong).pk
