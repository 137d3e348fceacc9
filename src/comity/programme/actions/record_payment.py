"""Recording a payment on a commitment, in the currency in which it left."""

from __future__ import annotations

from django.db import transaction

from comity.kernel import clock
from comity.kernel.words import say
from comity.ledger.actions.record import record
from comity.people.models.user import User
from comity.people.rules.refusal import Refused
from comity.programme.access import commitment_for
from comity.programme.models import Commitment, Payment
from comity.programme.rules.budget.written import PaymentWords, sound_payment
from comity.programme.rules.budget_events import PaymentRecorded, payment_subject


@transaction.atomic
def record_payment(project: str, commitment: int, words: PaymentWords, *, by: User) -> int:
    """The payment's number. More may be paid than is committed: the budget warns of it.

    Raises NotEntitled, NotFound, Refused with the field.
    """
    found = commitment_for(by, project, commitment)
    if found.reversed_at is not None:
        raise Refused("reference", say("The commitment was reversed. Record the payment on the one that stands."))
    return entered(found, words, by=by).pk


def entered(commitment: Commitment, words: PaymentWords, *, by: User, corrects: Payment | None = None) -> Payment:
    """The payment as a row and in the ledger. Raises Refused with the field."""
    project = commitment.line.project
    sound = sound_payment(words, project.starts, clock.today(by.zone))
    if Payment.objects.filter(commitment=commitment, reference=sound.reference, reversed_at=None).exists():
        raise Refused("reference", say("A payment with this reference is recorded already. Look at it first."))
    made = Payment.objects.create(
        commitment=commitment,
        reference=sound.reference,
        amount=sound.amount,
        currency=sound.currency,
        day=sound.day,
        corrects=corrects,
        created_at=clock.now(),
        created_by=by,
    )
    event = PaymentRecorded(
        subject=payment_subject(made.pk),
        project=project.code,
        commitment=commitment.pk,
        reference=sound.reference,
        amount=str(sound.amount),
        currency=sound.currency,
        day=sound.day,
        corrects=corrects.pk if corrects else None,
    )
    record(event, actor=by.actor)
    return made
