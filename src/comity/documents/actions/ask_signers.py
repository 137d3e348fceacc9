"""Saying who shall sign a letter, and in which order, before anybody has."""

from __future__ import annotations

from django.db import transaction

from comity.documents.models.asked_signer import AskedSigner
from comity.documents.rules.events import SignersAsked, letter_subject
from comity.documents.rules.signature import SignerRole
from comity.ledger.actions.record import record
from comity.ledger.rules.actor import Actor


@transaction.atomic
def ask_signers(reference: str, *, before: tuple[str, ...], after: tuple[str, ...], actor: Actor) -> None:
    """`before` the approver sign these, `after` the approver those. Replaces what was asked for; who may is the
    caller's to decide, and that nobody has signed yet."""
    order = [
        *((SignerRole.AUTHORITY, name) for name in before),
        (SignerRole.APPROVER, ""),
        *((SignerRole.COURT, name) for name in after),
    ]
    AskedSigner.objects.filter(reference=reference).delete()
    AskedSigner.objects.bulk_create(
        AskedSigner(reference=reference, position=position, role=role, name=name)
        for position, (role, name) in enumerate(order, 1)
    )
    record(SignersAsked(subject=letter_subject(reference), before=before, after=after), actor=actor)
