"""What is known of a document that is kept, without its content."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from comity.kernel.digest import Digest


class NoSuchDocument(LookupError):
    """There is no document of this number here."""

    def __init__(self) -> None:
        super().__init__("There is no such document on this node.")


class NotKept(LookupError):
    """The letter was issued before the node kept what its form was given: there is only the file itself."""

    def __init__(self) -> None:
        super().__init__("What this letter’s form was given is not kept: the letter is older. Read the signed file.")


@dataclass(frozen=True, slots=True)
class DocumentView:
    """`digest` (SHA-256) and `size` (bytes) are those of the signed file, once there is one."""

    id: UUID
    kind: str
    version: int
    reference: str
    created_at: datetime
    pages: int
    size: int
    digest: Digest
    unsigned_digest: Digest
    signed: bool
    signed_at: datetime | None

    @property
    def file_name(self) -> str:
        """What the file is called when somebody saves it."""
        return f"{self.reference}-{self.kind}.pdf"
