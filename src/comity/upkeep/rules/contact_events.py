"""What the ledger says of direct details of authorities: which row, of whom, by what means. Never the detail itself."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from comity.ledger.rules.event import Event


def contacts_subject(country: str) -> str:
    """How the ledger names the direct details of a country's authorities."""
    return f"contacts:{country}"


@dataclass(frozen=True, kw_only=True)
class ContactRecorded(Event):
    """Somebody recorded a detail. It waits for a second person."""

    name: ClassVar[str] = "contact-recorded"
    number: int
    authority: str
    kind: str


@dataclass(frozen=True, kw_only=True)
class ContactConfirmed(Event):
    """Somebody else than who recorded it compared it on that day."""

    name: ClassVar[str] = "contact-confirmed"
    number: int


@dataclass(frozen=True, kw_only=True)
class ContactWithdrawn(Event):
    """The detail is not to be used any more."""

    name: ClassVar[str] = "contact-withdrawn"
    number: int
    reason: str
