"""What the ledger says about attachments: hashes, sorts and states; never a title, a file's name or its words.

Why a translation must be redone is kept as written: it is the record of a decision.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import ClassVar

from comity.ledger.rules.event import Event


@dataclass(frozen=True, kw_only=True)
class AttachmentAdded(Event):
    """A file goes along with the request from `version` on; `number` is its number within the request."""

    name: ClassVar[str] = "attachment-added"
    number: int
    sort: str
    media_type: str
    size: int
    digest: str
    version: int


@dataclass(frozen=True, kw_only=True)
class AttachmentReceived(Event):
    """A file that belongs to a request which arrived has come in; `listed` says that its letter lists this hash."""

    name: ClassVar[str] = "attachment-received"
    number: int
    sort: str
    media_type: str
    size: int
    digest: str
    listed: bool


@dataclass(frozen=True, kw_only=True)
class AttachmentRemoved(Event):
    """It no longer goes along, and its bytes are gone; its hash stays here and beside the request."""

    name: ClassVar[str] = "attachment-removed"
    number: int
    digest: str
    version: int


@dataclass(frozen=True, kw_only=True)
class TranslationOrdered(Event):
    """A sworn translation is ordered. `of` is the number of an attachment, 0 for the letter."""

    name: ClassVar[str] = "translation-ordered"
    translation: int
    of: int
    language: str
    demanded: bool
    due_on: date | None
    version: int


@dataclass(frozen=True, kw_only=True)
class TranslationMoved(Event):
    """It is in another `state`; `digest` is over the file, where there is one. `reason` holds somebody's own words."""

    name: ClassVar[str] = "translation-moved"
    translation: int
    language: str
    state: str
    digest: str
    reason: str
    version: int
