"""Reversing a commitment that does not stand, with the reason. Its row and its entry in the ledger stay."""

from __future__ import annotations

from django.db import transaction

from comity.kernel import clock
from comity.kernel.words import say, say_count
from comity.ledger.actions.record import record
from comity.people.models.user import User
from comity.people.rules.refusal import Refused
from comity.programme.access import commitment_for
from comity.programme.models import Commitment
from comity.programme.rules.budget.written import sound_reason
from comity.programme.rules.budget_events import CommitmentReversed, commitment_subject


@transaction.atomic
def reverse_commitment(project: str, number: int, reason: str, *, by: User) -> None:
    """Only where nothing is paid on it. Raises NotEntitled, NotFound, Refused with the field."""
    found = commitment_for(by, project, number)
    paid = found.payments.filter(reversed_at=None).count()
    if paid:
        sentence = say_count(
            "One payment stands on this commitment. Reverse what was not paid first, or correct the commitment.",
            "{count} payments stand on this commitment. Reverse what was not paid first, or correct the commitment.",
            paid,
        )
        raise Refused("reason", sentence)
    taken_back(found, reason, by=by)


def taken_back(commitment: Commitment, reason: str, *, by: User) -> None:
    """It counts on no day from now on. Raises Refused."""
    said = sound_reason(reason)
    if commitment.reversed_at is not None:
        raise Refused("reason", say("This commitment was reversed already. Look at it as it is now."))
    commitment.reversed_at, commitment.reversed_by, commitment.reversal = clock.now(), by, said
    commitment.save(update_fields=["reversed_at", "reversed_by", "reversal"])
    project = commitment.line.project.code
    record(CommitmentReversed(subject=commitment_subject(commitment.pk), project=project, reason=said), actor=by.actor)
