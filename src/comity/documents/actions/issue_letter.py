"""Putting a letter on paper: typeset, kept, recorded. Does not sign it."""

from __future__ import annotations

from django.db import transaction

from comity.documents.adapters.signing.typeset_with_places import given_with_places, typeset_with_places
from comity.documents.adapters.typesetting.letters import typeset
from comity.documents.adapters.typesetting.pages import page_count
from comity.documents.models.document import Document
from comity.documents.queries.documents import view
from comity.documents.rules.events import DocumentIssued, subject_of
from comity.documents.rules.letter import Letter
from comity.documents.rules.view import DocumentView
from comity.kernel import clock
from comity.kernel.digest import Digest
from comity.ledger.actions.record import record
from comity.ledger.rules.actor import Actor


def issue_letter(letter: Letter, *, attachment: bytes, actor: Actor, places: int = 0) -> DocumentView:
    """Typeset `letter` with `attachment` (JSON) inside as request.json, keep it, and record it. `places` says for how
    many visible signatures it keeps room at its end.

    Raises NotPrintable, naming the place, where paper cannot show it; FontsMissing where the node has no fonts.
    """
    pdf = typeset_with_places(letter, attachment, places) if places else typeset(letter, attachment)
    pages = page_count(pdf)
    with transaction.atomic():
        row = Document.objects.create(
            kind=letter.kind,
            version=letter.version,
            reference=letter.reference,
            created_at=clock.now(),
            pages=pages,
            letter=given_with_places(letter, places),
            places=places,
            attachment=attachment.decode(),
            unsigned=pdf,
            unsigned_size=len(pdf),
            unsigned_digest=Digest.of(pdf),
        )
        event = DocumentIssued(
            subject=subject_of(row.id),
            kind=row.kind,
            version=row.version,
            reference=row.reference,
            pages=pages,
            size=len(pdf),
            digest=row.unsigned_digest,
            attachment=Digest.of(attachment),
        )
        record(event, actor=actor)
    return view(row)
