"""The letter of a request as it stands: for a preview, and for whoever signs it."""

from __future__ import annotations

from datetime import date

from comity.casework.models.request import Request
from comity.casework.queries.footing import footing_of
from comity.casework.queries.going_along import GoingAlong, listed_of
from comity.casework.queries.offered_kind import offered_kind
from comity.casework.queries.visible import request_of, visible_requests
from comity.casework.rules.letter import letter, signatory
from comity.documents.adapters.words.catalogues import letter_words
from comity.documents.rules.letter import Letter
from comity.kernel import clock
from comity.people.models.user import User

CONTENT = ("document__letter", "document__attachment", "document__unsigned", "document__signed")
"""Of a document, what a page about its request has no need to read."""


def request_letter(user: User, reference: str) -> Letter:
    """Raises NotFound, for a hidden request too. Whoever signed it stands in it; before that, a dash does."""
    rows = visible_requests(user).select_related("signed_by", "document", "follows__follows")
    request = request_of(rows.defer(*CONTENT), reference)
    return letter_of(request, request.signed_by.display_name if request.signed_by else "", clock.today(user.zone))


def letter_of(request: Request, signing: str, today: date, along: GoingAlong | None = None) -> Letter:
    """The letter of `request`, signed by `signing`, in the version of the form that it was signed with, if it was.
    `along` is what goes along with it, where that was read already."""
    return letter(
        offered_kind(request),
        request.reference,
        request.said_content,
        today=today,
        signatory=signatory(signing, request.content),
        version=request.document.version if request.document else 0,
        footing=footing_of(request),
        catalogues=[letter_words(code) for code in request.letter_languages],
        listed=listed_of(request, along) or (),
    )
