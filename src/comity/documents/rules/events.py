"""What happens to paper, as the ledger keeps it: digests and references, never the content."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
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
    """A signature was added to a letter: `unsigned` and `digest` are its SHA-256 before and after, `certificate` is
    that of the signer's certificate. `position` counts the letter's signatures; `source` says where the key is."""

    name: ClassVar[str] = "document-signed"
    reference: str
    reason: str
    unsigned: str
    digest: str
    size: int
    certificate: str
    position: int
    role: str
    level: str
    source: str


@dataclass(frozen=True, kw_only=True)
class SignersAsked(Event):
    """Who shall sign a letter besides the approver, by name: `before` and `after` the approver, in order."""

    name: ClassVar[str] = "signers-asked"
    before: tuple[str, ...]
    after: tuple[str, ...]


@dataclass(frozen=True, kw_only=True)
class SigningKeyRegistered(Event):
    """A person signs with a key of their own from now on; the key itself stays with its holder."""

    name: ClassVar[str] = "signing-key-registered"
    certificate: str
    source: str


@dataclass(frozen=True, kw_only=True)
class SigningKeyEnded(Event):
    """A person's key signs no more; `revoked` where the node's own authority took its certificate back."""

    name: ClassVar[str] = "signing-key-ended"
    certificate: str
    reason: str
    revoked: bool


def letter_subject(reference: str) -> str:
    """The ledger's name for a letter that may not be set yet: “letter:” and its reference."""
    return f"letter:{reference}"


@dataclass(frozen=True, kw_only=True)
class WordsReviewed(Event):
    """A native lawyer (`reviewer`: function and office) has read a language's words on letters; `digest` names them."""

    name: ClassVar[str] = "words-reviewed"
    reviewer: str
    digest: str


def words_subject(language: str) -> str:
    """The ledger's name for a language's words: “words:uk”."""
    return f"words:{language}"


@dataclass(frozen=True, kw_only=True)
class TrustGiven(Event):
    """A certificate was put on the node's trust list. `source` is how its fingerprint was confirmed."""

    name: ClassVar[str] = "trust-given"
    called: str
    country: str
    purposes: tuple[str, ...]
    fingerprint: str
    valid_from: date | None
    valid_to: date | None
    source: str


@dataclass(frozen=True, kw_only=True)
class TrustWithdrawn(Event):
    """A certificate of the trust list vouches for nobody any more. It stays on the list, with the reason."""

    name: ClassVar[str] = "trust-withdrawn"
    called: str
    fingerprint: str
    reason: str


def trust_subject(fingerprint: str) -> str:
    """The ledger's name for a trusted certificate."""
    return f"trust:{fingerprint}"


def subject_of(document: object) -> str:
    """The ledger's name for a document: “document:” and its UUID."""
    return f"document:{document}"
