"""The file that somebody downloads to sign it in their own software."""

from __future__ import annotations

from comity.casework.queries.visible import request_of, visible_requests
from comity.casework.rules.refusal import NotFound
from comity.casework.rules.transitions import State
from comity.documents.queries.documents import document
from comity.documents.queries.offered import offered_content
from comity.people.models.user import User


def letter_to_sign(user: User, reference: str) -> tuple[str, bytes]:
    """Name and content; the same bytes until somebody signs.

    Raises NotFound, also where no letter waits for a signature."""
    found = request_of(visible_requests(user).only("state", "document_id", "reference"), reference)
    if found.document_id is None or State(found.state) not in {State.APPROVED, State.SIGNED}:
        raise NotFound("letter to sign")
    name = document(found.document_id).file_name.removesuffix(".pdf")
    return f"{name}-to-sign.pdf", offered_content(found.document_id)
