"""What happens to paper, as the ledger keeps it: digests and references, never the content."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from comity.ledger.rules.event import Event


@dataclass(frozen=True, kw_only=True)
class DocumentIssued(Event):
    """A letter was typeset and kept. `digest` is the SHA-256 of the PDF, `attachment` that of its request.json."""

    name: ClassVar[str] = "document-issued"
    kind: str
    version: int
    reference: str
    pages: int
    size: int
    digest: str
    attachment: str


@dataclass(frozen=True, kw_only=True)
class DocumentSigned(Event):
    """The node signed a letter: `unsigned` and `digest` are its SHA-256 before and after, `certificate` the node's."""

    name: ClassVar[str] = "document-signed"
    reference: str
    reason: str
    unsigned: str
    digest: str
    size: int
    certificate: str


@dataclass(frozen=True, kw_only=True)
class WordsReviewed(Event):
    """A native lawyer (`reviewer`: function and office) has read a language's words on letters; `digest` names them."""

    name: ClassVar[str] = "words-reviewed"
    reviewer: str
    digest: str


def words_subject(language: str) -> str:
    """The ledger's name for a language's words: “words:uk”."""
    return f"words:{language}"


def subject_of(document: object) -> str:
    """The ledger's name for a document: “document:” and its UUID."""
    return f"document:{document}"
