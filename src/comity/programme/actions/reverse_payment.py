"""Reversing a payment that was never made, with the reason. Its row and its entry in the ledger stay."""

from __future__ import annotations

from django.db import transaction

from comity.kernel import clock
from comity.kernel.words import say
from comity.ledger.actions.record import record
from comity.people.models.user import User
from comity.people.rules.refusal import Refused
from comity.programme.access import payment_for
from comity.programme.models import Payment
from comity.programme.rules.budget.written import sound_reason
from comity.programme.rules.budget_events import PaymentReversed, payment_subject


@transaction.atomic
def reverse_payment(project: str, number: int, reason: str, *, by: User) -> None:
    """Raises NotEntitled, NotFound, Refused with the field."""
    taken_back(payment_for(by, project, number), reason, by=by)


def taken_back(payment: Payment, reason: str, *, by: User) -> None:
    """It counts on no day from now on. Raises Refused."""
    said = sound_reason(reason)
    if payment.reversed_at is not None:
        raise Refused("reason", say("This payment was reversed already. Look at it as it is now."))
    payment.reversed_at, payment.reversed_by, payment.reversal = clock.now(), by, said
    payment.save(update_fields=["reversed_at", "reversed_by", "reversal"])
    project = payment.commitment.line.project.code
    record(PaymentReversed(subject=payment_subject(payment.pk), project=project, reason=said), actor=by.actor)
