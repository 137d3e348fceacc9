"""Pages of a list by cursor: a cursor is a place in the order, so that no page shifts while rows are added."""

from __future__ import annotations

import base64
import binascii
from datetime import datetime
from typing import Annotated
from urllib.parse import urlencode

from django.http import HttpRequest
from ninja import Query

from comity.api.problem import Complaint, Raised, Sort
from comity.casework.queries.place import Place

_LARGEST_ROW = 2**63

Limit = Annotated[int, Query(25, ge=1, le=100, description="Rows on a page.")]
Cursor = Annotated[
    str | None,
    Query(None, max_length=80, description="Where the page begins: taken from the “next” of the page before."),
]


def place_of(cursor: str | None) -> Place | None:
    """The place that `cursor` stands for; None at the beginning. Raises Raised (422) for one that we never gave."""
    if not cursor:
        return None
    try:
        moment, _, row = base64.urlsafe_b64decode(cursor.encode("ascii")).decode("ascii").partition("/")
        place = Place(datetime.fromisoformat(moment), int(row))
    except (ValueError, binascii.Error):
        raise _strange() from None
    if place.at.tzinfo is None or not 0 < place.row < _LARGEST_ROW:
        raise _strange()
    return place


def _strange() -> Raised:
    return Raised(
        422,
        Sort.REFUSED,
        "The cursor is none that this node gave. Take it from the “next” of a page, or leave it out.",
        [Complaint(field="cursor", label="Cursor", sentence="There is no such place in the list.", article="")],
    )


def next_page(request: HttpRequest, place: Place | None) -> str | None:
    """The address of the page that begins at `place`, with the questions of this one; None at the end."""
    if place is None:
        return None
    cursor = base64.urlsafe_b64encode(f"{place.at.isoformat()}/{place.row}".encode()).decode()
    return f"{request.path}?{urlencode({**request.GET.dict(), 'cursor': cursor})}"
