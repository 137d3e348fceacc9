"""What the ledger says about the signatures of a request beside the approver's own. References and digests alone."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar
from uuid import UUID

from comity.ledger.rules.event import Event


@dataclass(frozen=True, kw_only=True)
class RequestSignersAsked(Event):
    """Besides the approver, so many sign `before` and `after`; their names are in the letter's own entries."""

    name: ClassVar[str] = "request-signers-asked"
    before: int
    after: int


@dataclass(frozen=True, kw_only=True)
class RequestLetterSet(Event):
    """The letter was set for somebody who signs it in their own software; nobody has signed it yet."""

    name: ClassVar[str] = "request-letter-set"
    version: int
    document: UUID
    document_digest: str


@dataclass(frozen=True, kw_only=True)
class RequestCosigned(Event):
    """Somebody beside the approver signed the letter: before the approver as their authority, or after, as a court."""

    name: ClassVar[str] = "request-cosigned"
    position: int
    role: str
    document: UUID
    document_digest: str
