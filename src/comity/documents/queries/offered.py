"""The file to sign elsewhere."""

from __future__ import annotations

from uuid import UUID

from comity.documents.adapters.signing.offered import offered
from comity.documents.queries.documents import document_content


def offered_content(number: UUID) -> bytes:
    """The letter as it stands, with an empty form if it has none; the same bytes each time. Raises NoSuchDocument."""
    return offered(document_content(number))
