"""Committing money of a budget line: a contract, an order, a decision to pay."""

from __future__ import annotations

from django.db import transaction

from comity.kernel import clock
from comity.kernel.words import say
from comity.ledger.actions.record import record
from comity.people.models.user import User
from comity.people.rules.refusal import Refused
from comity.programme.access import line_for
from comity.programme.models import BudgetLine, Commitment
from comity.programme.rules.budget.written import CommitmentWords, sound_commitment
from comity.programme.rules.budget_events import MoneyCommitted, commitment_subject


@transaction.atomic
def commit_money(project: str, line: int, words: CommitmentWords, *, by: User) -> int:
    """The commitment's number. Raises NotEntitled, NotFound, Refused with the field."""
    return entered(line_for(by, project, line), words, by=by).pk


def entered(line: BudgetLine, words: CommitmentWords, *, by: User, corrects: Commitment | None = None) -> Commitment:
    """The commitment as a row and in the ledger. Raises Refused with the field."""
    sound = sound_commitment(words, line.project.starts, clock.today(by.zone))
    if Commitment.objects.filter(line=line, reference=sound.reference, reversed_at=None).exists():
        raise Refused("reference", say("This line has a commitment with this reference already. Look at it first."))
    made = Commitment.objects.create(
        line=line,
        reference=sound.reference,
        says=sound.says,
        amount=sound.amount,
        currency=sound.currency,
        day=sound.day,
        corrects=corrects,
        created_at=clock.now(),
        created_by=by,
    )
    event = MoneyCommitted(
        subject=commitment_subject(made.pk),
        project=line.project.code,
        line=line.pk,
        reference=sound.reference,
        says=sound.says,
        amount=str(sound.amount),
        currency=sound.currency,
        day=sound.day,
        corrects=corrects.pk if corrects else None,
    )
    record(event, actor=by.actor)
    return made
