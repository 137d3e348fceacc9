"""The letter of a request as it stands, for a preview: nobody has signed it yet."""

from __future__ import annotations

from comity.casework.queries.visible import request_of, visible_requests
from comity.casework.rules.letter import letter, signatory
from comity.casework.rules.registry import kind
from comity.documents.rules.letter import Letter
from comity.kernel import clock
from comity.people.models.user import User


def request_letter(user: User, reference: str) -> Letter:
    """Raises NotFound, for a hidden request too. Whoever signed it stands in it; before that, a dash does."""
    request = request_of(visible_requests(user).select_related("signed_by"), reference)
    return letter(
        kind(request.kind),
        request.reference,
        request.content,
        today=clock.today(user.zone),
        signatory=signatory(request.signed_by.display_name if request.signed_by else "", request.content),
    )
