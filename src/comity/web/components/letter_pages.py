"""Pictures of a letter's pages, set once and kept for a while: a page shows several, each fetched for itself."""

from __future__ import annotations

from functools import lru_cache
from threading import Lock
from uuid import UUID

from comity.documents.queries.documents import document_pages
from comity.documents.queries.preview import preview
from comity.documents.rules.letter import Letter
from comity.kernel.digest import Digest, canonical_json

_KEPT = 8
"""Letters whose pictures are kept, about half a megabyte each. Another process sets its own; nothing depends on it."""

_one_at_a_time = Lock()


def pages_of(letter: Letter, *, draft: bool) -> tuple[bytes, ...]:
    """A PNG of each page. Raises NotPrintable, naming the place."""
    with _one_at_a_time:  # else the pictures of one letter, fetched at once, would each set all of it
        return _pages(letter, draft)


def edition(letter: Letter) -> str:
    """Names what the letter says, so that a picture's address changes with it."""
    return str(Digest.of(canonical_json(letter.plain())))[:16]


def pages_of_document(number: UUID) -> tuple[bytes, ...]:
    """A PNG of each page of a letter that was issued, as it was then. Raises NoSuchDocument, NotKept."""
    with _one_at_a_time:
        return _issued(number)


@lru_cache(maxsize=_KEPT)
def _issued(number: UUID) -> tuple[bytes, ...]:
    return document_pages(number)


@lru_cache(maxsize=_KEPT)
def _pages(letter: Letter, draft: bool) -> tuple[bytes, ...]:
    return preview(letter, draft=draft)
