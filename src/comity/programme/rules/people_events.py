"""What the ledger says about people at events: numbers, never a name, an address or an institution."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import ClassVar

from comity.ledger.rules.event import Event


def participant_subject(number: int) -> str:
    """How the ledger names a participant: by a number that means nothing once the person is erased."""
    return f"participant:{number}"


@dataclass(frozen=True, kw_only=True)
class RegistrationOpened(Event):
    """Recorded again when its terms change. `asks` is what is asked beside name and e-mail address."""

    name: ClassVar[str] = "registration-opened"
    opens: date
    closes: date
    capacity: int | None
    asks: tuple[str, ...]
    kept_days: int
    consent: int


@dataclass(frozen=True, kw_only=True)
class RegistrationClosed(Event):
    """Nobody registers any more."""

    name: ClassVar[str] = "registration-closed"


@dataclass(frozen=True, kw_only=True)
class PeopleInvited(Event):
    """By their numbers."""

    name: ClassVar[str] = "people-invited"
    participants: tuple[int, ...]


@dataclass(frozen=True, kw_only=True)
class ParticipantRegistered(Event):
    """Somebody registered, with consent to the text of the version."""

    name: ClassVar[str] = "participant-registered"
    activity: str
    state: str
    consent: int


@dataclass(frozen=True, kw_only=True)
class ParticipantCorrected(Event):
    """Somebody changed their own data."""

    name: ClassVar[str] = "participant-corrected"
    activity: str


@dataclass(frozen=True, kw_only=True)
class PeopleMoved(Event):
    """These participants came to the state: accepted, declined, attended, absent or cancelled."""

    name: ClassVar[str] = "people-moved"
    to: str
    participants: tuple[int, ...]


@dataclass(frozen=True, kw_only=True)
class TravelSupportGranted(Event):
    """`amount` to the cent; empty where it was taken back."""

    name: ClassVar[str] = "travel-support-granted"
    activity: str
    amount: str
    currency: str


@dataclass(frozen=True, kw_only=True)
class CertificateIssued(Event):
    """For somebody who attended."""

    name: ClassVar[str] = "certificate-issued"
    activity: str
    certificate: str


@dataclass(frozen=True, kw_only=True)
class ParticipantExported(Event):
    """Somebody's data were handed out on request: to themselves, or to an officer who hands them on."""

    name: ClassVar[str] = "participant-exported"
    activity: str


@dataclass(frozen=True, kw_only=True)
class PeopleErased(Event):
    """`ground`: “asked” by the person, “office” on request to it, “expired” when the time of keeping ended."""

    name: ClassVar[str] = "people-erased"
    ground: str
    participants: tuple[int, ...]
