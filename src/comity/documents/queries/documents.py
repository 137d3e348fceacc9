"""Reading documents: what is known of one, and its content. Who may see it is for casework to decide."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from comity.documents.adapters.typeset_with_places import room_for, typeset_with_places_again
from comity.documents.adapters.typesetting import pictures_again, typeset_again
from comity.documents.models.document import Document
from comity.documents.rules.view import DocumentView, NoSuchDocument, NotKept
from comity.kernel.digest import Digest


def document(number: UUID) -> DocumentView:
    """What is known of the document. Raises NoSuchDocument."""
    row = Document.objects.filter(pk=number).defer("letter", "attachment", "unsigned", "signed").first()
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


def document_again(number: UUID) -> bytes:
    """The unsigned PDF, set again from what its form was given when it was issued. Raises NoSuchDocument, NotKept."""
    row = _kept(number)
    if row["places"]:
        return typeset_with_places_again(row["letter"], row["attachment"], row["places"])
    return typeset_again(row["letter"], row["attachment"])


def document_pages(number: UUID) -> tuple[bytes, ...]:
    """A PNG of each page, as it was issued: whatever words and forms have changed since. Raises as above."""
    row = _kept(number)
    letter = row["letter"]
    return pictures_again(letter, room=room_for(letter["kind"], letter["version"], row["places"]))


def _kept(number: UUID) -> dict[str, Any]:
    row = Document.objects.filter(pk=number).values("letter", "attachment", "places").first()
    if row is None:
        raise NoSuchDocument
    if row["letter"] is None:
        raise NotKept
    return dict(row)


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
