"""Pages of a list by cursor: a cursor is a mark in the order, so that no page shifts while rows are added."""

from __future__ import annotations

from typing import Annotated
from urllib.parse import urlencode

from django.http import HttpRequest
from ninja import Query

from comity.api.problem import refusal
from comity.casework.rules.lists.mark import Mark, mark

Limit = Annotated[int, Query(25, ge=1, le=100, description="Rows on a page.")]
Cursor = Annotated[
    str | None,
    Query(
        None,
        max_length=40,
        pattern=r"^[0-9]{1,17}\.[0-9]{1,18}$",
        description="Where the page begins: taken from the “next” of the page before.",
    ),
]


def mark_of(cursor: str | None) -> Mark | None:
    """The mark that `cursor` stands for; None at the beginning. Raises Raised (422) for one that we never gave."""
    found = mark(cursor) if cursor else None
    if cursor and found is None:
        raise refusal("cursor", "The cursor is none that this node gave. Take it from the “next” of a page.")
    return found


def next_page(request: HttpRequest, found: Mark | None) -> str | None:
    """The address of the page behind this mark, with the questions of this one; None at the end."""
    if found is None:
        return None
    return f"{request.path}?{urlencode({**request.GET.dict(), 'cursor': str(found)})}"
