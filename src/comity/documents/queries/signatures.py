"""The signatures of a letter, in order: those that are made, and those that are awaited."""

from __future__ import annotations

from uuid import UUID

from comity.documents.models.asked_signer import AskedSigner
from comity.documents.models.document import Document
from comity.documents.models.signature import Signature
from comity.documents.rules.signature import KeySource, Level, SignatureView, SignerRole


def signatures(reference: str, document: UUID | None = None) -> tuple[SignatureView, ...]:
    """Those of `document`, then those that are still asked for of the letter with this `reference`."""
    made = _made(document) if document else ()
    return (*made, *asked(reference)[len(made) :])


def asked(reference: str) -> tuple[SignatureView, ...]:
    """The whole order as it was asked for; where nobody asked, the approver alone."""
    rows = AskedSigner.objects.filter(reference=reference).order_by("position")
    found = tuple(SignatureView(row.position, SignerRole(row.role), row.name) for row in rows)
    return found or (SignatureView(1, SignerRole.APPROVER, ""),)


def awaited(reference: str, document: UUID | None = None) -> SignatureView | None:
    """The next signature that is asked for; None once all of them are made."""
    return next((found for found in signatures(reference, document) if not found.made), None)


def view_of(row: Signature) -> SignatureView:
    """The row as a value."""
    return SignatureView(
        position=row.position,
        role=SignerRole(row.role),
        asked=row.asked,
        signer=row.signer,
        reason=row.reason,
        mandate=row.mandate,
        level=row.level,
        timestamps=row.timestamps,
        source=row.source,
        certificate=row.certificate,
        digest=row.digest,
        signed_at=row.signed_at,
    )


def _made(document: UUID) -> tuple[SignatureView, ...]:
    rows = tuple(view_of(row) for row in Signature.objects.filter(document=document).order_by("position"))
    return rows or _before_this_table(document)


def _before_this_table(document: UUID) -> tuple[SignatureView, ...]:
    """A letter signed before signatures had rows: once, by the node's key. Who the certificate names stands in it."""
    row = Document.objects.filter(pk=document, signed_at__isnull=False).values("signed_at", "signed_digest").first()
    if row is None:
        return ()
    return (
        SignatureView(
            1,
            SignerRole.APPROVER,
            "",
            level=Level.BASIC,
            source=KeySource.NODE,
            digest=row["signed_digest"],
            signed_at=row["signed_at"],
        ),
    )
