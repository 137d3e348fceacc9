"""The letter of a request as it stands: for a preview, and for whoever signs it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date

from comity.casework.models.request import Request
from comity.casework.queries.footing import footing_of
from comity.casework.queries.going_along import listed_of
from comity.casework.queries.offered_kind import offered_kind
from comity.casework.queries.visible import request_of, visible_requests
from comity.casework.rules.content import from_form
from comity.casework.rules.direction import Direction
from comity.casework.rules.letter import letter, signatory
from comity.casework.rules.registry import kind
from comity.documents.adapters.catalogues import letter_words
from comity.documents.rules.letter import Letter
from comity.kernel import clock
from comity.kernel.languages import CODES
from comity.people.models.user import User

CONTENT = ("document__letter", "document__attachment", "document__unsigned", "document__signed")
"""Of a document, what a page about its request has no need to read."""


def request_letter(user: User, reference: str) -> Letter:
    """Raises NotFound, for a hidden request too. Whoever signed it stands in it; before that, a dash does."""
    rows = visible_requests(user).select_related("signed_by", "document", "follows__follows")
    request = request_of(rows.defer(*CONTENT), reference)
    return letter_of(request, request.signed_by.display_name if request.signed_by else "", clock.today(user.zone))


def typed_letter(user: User, reference: str, posted: Mapping[str, Sequence[str]]) -> Letter:
    """The letter as it would say what stands in the form now, over what is saved; saves nothing.

    `posted` is the form's lists of values. Raises NotFound, for a request that others wrote too.
    """
    rows = visible_requests(user).filter(direction=Direction.OUTGOING.value, document=None)
    request = request_of(rows.select_related("follows__follows"), reference)
    declared = kind(request.kind)
    typed = from_form(declared, posted)
    request.content = {**request.content, **{name: typed[name] for name in declared.fields}}
    request.languages = chosen_in(posted) or request.languages
    return letter_of(request, "", clock.today(user.zone))


def chosen_in(posted: Mapping[str, Sequence[str]]) -> list[str]:
    """The letter's languages as the form gives them, those that letters speak; none where it did not ask."""
    chosen = [code for name in ("language", "beside") for code in posted.get(name, ())[:1]]
    return [code for code in dict.fromkeys(chosen) if code in CODES]


def letter_of(request: Request, signing: str, today: date) -> Letter:
    """The letter of `request`, signed by `signing`, in the version of the form that it was signed with, if it was."""
    return letter(
        offered_kind(request),
        request.reference,
        request.content,
        today=today,
        signatory=signatory(signing, request.content),
        version=request.document.version if request.document else 0,
        footing=footing_of(request),
        catalogues=[letter_words(code) for code in request.letter_languages],
        listed=listed_of(request) or (),
    )
