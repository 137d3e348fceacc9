"""Taking in a letter that was signed in somebody's own software: the letter as it stands here, plus signatures."""

from __future__ import annotations

from uuid import UUID

from django.db import transaction

from comity.documents.actions.append_signature import NotSignable, append_signature, to_sign
from comity.documents.adapters.reading.increment_process import increment_apart
from comity.documents.adapters.signing.offered import offered
from comity.documents.queries.documents import document_content
from comity.documents.queries.signatures import signatures
from comity.documents.queries.verification import verify
from comity.documents.rules.increment import NOT_FROM_HERE, SENTENCES, Added, NewSignature
from comity.documents.rules.signature import KeySource, SignatureView
from comity.documents.rules.verification import Verdict
from comity.ledger.rules.actor import Actor


def add_signatures_from_elsewhere(document_id: UUID, pdf: bytes, *, actor: Actor) -> tuple[SignatureView, ...]:
    """The places that `pdf` fills, in order, each with its row and entry.

    Raises NoSuchDocument; NotSignable, in words for whoever uploads, unless `pdf` begins with the letter as it stands
    here byte for byte, adds signatures and nothing else, no more than were asked for, all by signers whom this node
    knows. Takes a second: the file is read in processes of their own.
    """
    before = offered(document_content(document_id))
    new = _checked(before, pdf)
    with transaction.atomic():
        row, first = to_sign(document_id)
        if offered(bytes(row.signed or row.unsigned)) != before:
            raise NotSignable("Somebody else signed meanwhile. Download the letter again, and sign that file.")
        places = signatures(row.reference, row.id)[first.position - 1 :]
        if len(new) > len(places):
            raise NotSignable(
                f"The file adds {len(new)} signatures, but only {len(places)} are still asked for. Ask for the others "
                "first, or sign once."
            )
        for place, found in zip(places, new, strict=False):
            append_signature(
                row,
                place,
                pdf,
                signer=found.signer,
                certificate=found.certificate,
                reason=found.reason,
                mandate="",
                level=found.level,
                timestamps="",
                source=KeySource.ELSEWHERE,
                actor=actor,
            )
    return signatures(row.reference, row.id)[first.position - 1 : first.position - 1 + len(new)]


def _checked(before: bytes, pdf: bytes) -> tuple[NewSignature, ...]:
    if not pdf.startswith(before):
        raise NotSignable(NOT_FROM_HERE)
    found = increment_apart(before, pdf)
    if found.added is not Added.SIGNATURES:
        raise NotSignable(SENTENCES[found.added])
    verified = verify(pdf)
    if verified.verdict is not Verdict.WHOLE:
        raise NotSignable(" ".join(("The signatures in this file cannot be accepted.", *verified.reasons)))
    return found.signatures
