"""Reading documents: what is known of one, and its content. Who may see it is for casework to decide."""

from __future__ import annotations

from uuid import UUID

from comity.documents.models.document import Document
from comity.documents.rules.view import DocumentView, NoSuchDocument
from comity.kernel.digest import Digest


def document(number: UUID) -> DocumentView:
    """What is known of the document. Raises NoSuchDocument."""
    row = Document.objects.filter(pk=number).defer("unsigned", "signed").first()
    if row is None:
        raise NoSuchDocument
    return view(row)


def document_content(number: UUID) -> bytes:
    """The PDF: signed, once it is; else as it was typeset. Raises NoSuchDocument."""
    row = Document.objects.filter(pk=number).values_list("signed_at", flat=True)
    column = "signed" if row.first() else "unsigned"
    content = Document.objects.filter(pk=number).values_list(column, flat=True).first()
    if content is None:
        raise NoSuchDocument
    return bytes(content)


def view(row: Document) -> DocumentView:
    """The row as a value; touches neither content."""
    return DocumentView(
        id=row.id,
        kind=row.kind,
        version=row.version,
        reference=row.reference,
        created_at=row.created_at,
        pages=row.pages,
        size=row.signed_size or row.unsigned_size,
        digest=Digest(row.signed_digest or row.unsigned_digest),
        unsigned_digest=Digest(row.unsigned_digest),
        signed=row.signed_at is not None,
        signed_at=row.signed_at,
    )
