"""What the ledger says about cases and requests. References, states and digests; never a request's own words.

A reason for returning or withdrawing is kept as written: it is the record of a decision.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import ClassVar
from uuid import UUID

from comity.ledger.rules.event import Event


def case_subject(reference: str) -> str:
    """How the ledger names a case."""
    return f"case:{reference}"


def request_subject(reference: str) -> str:
    """How the ledger names a request."""
    return f"request:{reference}"


def intake_subject(identity: UUID) -> str:
    """How the ledger names an intake."""
    return f"intake:{identity}"


@dataclass(frozen=True, kw_only=True)
class CaseOpened(Event):
    """A case exists from now on; its title stays in the case, since a restricted one may tell too much."""

    name: ClassVar[str] = "case-opened"
    restricted: bool


@dataclass(frozen=True, kw_only=True)
class CaseMemberAdmitted(Event):
    """Somebody may see this restricted case from now on."""

    name: ClassVar[str] = "case-member-admitted"
    username: str


@dataclass(frozen=True, kw_only=True)
class CaseNoteAdded(Event):
    """A note was added; `digest` is over its text."""

    name: ClassVar[str] = "case-note-added"
    digest: str


@dataclass(frozen=True, kw_only=True)
class IntakeStarted(Event):
    """Somebody began with what they hold."""

    name: ClassVar[str] = "intake-started"


@dataclass(frozen=True, kw_only=True)
class IntakeAnswered(Event):
    """One step was answered; what was said stays in the intake."""

    name: ClassVar[str] = "intake-answered"
    step: str


@dataclass(frozen=True, kw_only=True)
class RequestDrafted(Event):
    """A request exists, as a draft; `digest` is over its content's canonical JSON."""

    name: ClassVar[str] = "request-drafted"
    case: str
    kind: str
    requested_country: str
    digest: str


@dataclass(frozen=True, kw_only=True)
class DraftTakenFromFile(Event):
    """The draft says what a file says. `file_digest` is over its bytes, `medium` tells what it is, `said_reference` is
    the reference that stands in it."""

    name: ClassVar[str] = "draft-taken-from-file"
    file_digest: str
    medium: str
    said_reference: str


@dataclass(frozen=True, kw_only=True)
class RequestEdited(Event):
    """`fields` names what changed, `digest` is over the whole content as `version` has it."""

    name: ClassVar[str] = "request-edited"
    version: int
    fields: tuple[str, ...]
    digest: str


@dataclass(frozen=True, kw_only=True)
class RequestLanguagesChosen(Event):
    """The letter is in these languages (ISO 639-1) from this `version` on."""

    name: ClassVar[str] = "request-languages-chosen"
    version: int
    languages: tuple[str, ...]


@dataclass(frozen=True, kw_only=True)
class RequestSubmitted(Event):
    """The gate found nothing missing, and somebody else shall look at it."""

    name: ClassVar[str] = "request-submitted"
    version: int
    digest: str


@dataclass(frozen=True, kw_only=True)
class RequestReturned(Event):
    """Back to draft, from review or after approval."""

    name: ClassVar[str] = "request-returned"
    version: int
    reason: str


@dataclass(frozen=True, kw_only=True)
class RequestApproved(Event):
    """A second person stands behind exactly this content."""

    name: ClassVar[str] = "request-approved"
    version: int
    digest: str


@dataclass(frozen=True, kw_only=True)
class RequestSigned(Event):
    """The letter was set and signed; `document` names it, `document_digest` is over the signed PDF."""

    name: ClassVar[str] = "request-signed"
    version: int
    digest: str
    document: UUID
    document_digest: str


@dataclass(frozen=True, kw_only=True)
class RequestReleased(Event):
    """The node read the signed document back, and it says what the request says: it may be sent."""

    name: ClassVar[str] = "request-released"
    document: UUID


@dataclass(frozen=True, kw_only=True)
class RequestHeld(Event):
    """The node read the signed document back and something was wrong: `problem` says what. It is not to be sent."""

    name: ClassVar[str] = "request-held"
    document: UUID
    problem: str


@dataclass(frozen=True, kw_only=True)
class RequestSent(Event):
    """It left by means other than this node, on a day in the requested country. The clock of Article 29(7) begins."""

    name: ClassVar[str] = "request-sent"
    sent_on: date
    channel: str
    dispatch_reference: str


@dataclass(frozen=True, kw_only=True)
class RequestWithdrawn(Event):
    """It goes no further."""

    name: ClassVar[str] = "request-withdrawn"
    reason: str
