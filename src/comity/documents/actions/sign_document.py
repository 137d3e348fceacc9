"""Signing a document with the node's key. The unsigned file is kept beside the signed one."""

from __future__ import annotations

from uuid import UUID

from django.db import transaction

from comity.documents.adapters.signing import fingerprint, sign
from comity.documents.models.document import Document
from comity.documents.queries.documents import view
from comity.documents.rules.events import DocumentSigned, subject_of
from comity.documents.rules.view import DocumentView, NoSuchDocument
from comity.kernel import clock
from comity.kernel.digest import Digest
from comity.ledger.actions.record import record
from comity.ledger.rules.actor import Actor

LONGEST_REASON = 200


class NotSignable(ValueError):
    """The document cannot be signed. The text says why, and what to do."""


def sign_document(document_id: UUID, *, reason: str, actor: Actor) -> DocumentView:
    """Sign the document once, stating `reason` (up to 200 characters) inside the signature, and record it.

    Who may sign is the caller's to decide. Raises NoSuchDocument, NotSignable where it is signed already or the reason
    is missing or too long, NodeKeyProblem where the node's key does not serve.
    """
    why = reason.strip()
    if not why or len(why) > LONGEST_REASON or not why.isprintable():
        raise NotSignable(f"Give the reason for signing, in one line of at most {LONGEST_REASON} characters.")
    with transaction.atomic():
        row = _unsigned(document_id)
        signed = sign(bytes(row.unsigned), reason=why)
        row.signed, row.signed_size, row.signed_digest = signed, len(signed), Digest.of(signed)
        row.signed_at = clock.now()
        row.save(update_fields=["signed", "signed_size", "signed_digest", "signed_at"])
        event = DocumentSigned(
            subject=subject_of(row.id),
            reference=row.reference,
            reason=why,
            unsigned=row.unsigned_digest,
            digest=row.signed_digest,
            size=len(signed),
            certificate=fingerprint(),
        )
        record(event, actor=actor)
    return view(row)


def _unsigned(document_id: UUID) -> Document:
    """The row, held for this transaction, so that two signatures at once cannot be."""
    row = Document.objects.select_for_update(no_key=True).filter(pk=document_id).first()
    if row is None:
        raise NoSuchDocument
    if row.signed_at is not None:
        raise NotSignable(f"{row.reference} was signed on {row.signed_at:%-d %B %Y}. A document is signed once.")
    return row
