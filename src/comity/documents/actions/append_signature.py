"""Keeping the newest signed state of a document, with a row for the signature. For the actions beside it."""

from __future__ import annotations

from uuid import UUID

from comity.documents.models.document import Document
from comity.documents.models.signature import Signature
from comity.documents.queries.signatures import awaited
from comity.documents.rules.events import DocumentSigned, subject_of
from comity.documents.rules.signature import KeySource, SignatureView, SignerRole
from comity.documents.rules.view import NoSuchDocument
from comity.kernel import clock
from comity.kernel.digest import Digest
from comity.ledger.actions.record import record
from comity.ledger.rules.actor import Actor


class NotSignable(ValueError):
    """The document cannot be signed. The text says why, and what to do."""


def to_sign(document_id: UUID) -> tuple[Document, SignatureView]:
    """The row, held for this transaction, so that two signatures at once cannot be; and the place to be filled."""
    row = Document.objects.select_for_update(no_key=True).filter(pk=document_id).first()
    if row is None:
        raise NoSuchDocument
    place = awaited(row.reference, row.id)
    if place is None:
        raise NotSignable(f"{row.reference} carries every signature that was asked for. Nothing was signed.")
    return row, place


def expect_role(place: SignatureView, role: SignerRole, reference: str) -> None:
    """Raises NotSignable where it is somebody else's turn."""
    if place.role is not role:
        whom = f"{place.role.label.lower()}{f' ({place.asked})' if place.asked else ''}"
        raise NotSignable(f"The next to sign {reference} is: {whom}. Signatures are made in the order asked for.")


def append_signature(
    row: Document,
    place: SignatureView,
    signed: bytes,
    *,
    signer: str,
    certificate: str,
    reason: str,
    mandate: str,
    level: str,
    timestamps: str,
    source: KeySource,
    actor: Actor,
) -> None:
    """The file as `signed` from now on, its row and its entry in the ledger. What it was before keeps its digest."""
    before = row.signed_digest or row.unsigned_digest
    row.signed, row.signed_size, row.signed_digest = signed, len(signed), Digest.of(signed)
    row.signed_at = clock.now()
    row.save(update_fields=["signed", "signed_size", "signed_digest", "signed_at"])
    Signature.objects.create(
        document=row,
        position=place.position,
        role=place.role,
        asked=place.asked,
        signer=signer[:200],
        reason=reason[:500],
        mandate=mandate,
        level=level,
        timestamps=timestamps,
        source=source,
        certificate=certificate,
        digest=row.signed_digest,
        size=row.signed_size,
        signed_at=row.signed_at,
    )
    event = DocumentSigned(
        subject=subject_of(row.id),
        reference=row.reference,
        reason=reason,
        unsigned=before,
        digest=row.signed_digest,
        size=row.signed_size,
        certificate=certificate,
        position=place.position,
        role=place.role,
        level=level,
        source=source,
    )
    record(event, actor=actor)
