"""What the ledger says about what arrived: a file's digest and size, never its name; never a request's own words.

Why it was set aside, or corrected, is kept as written: it is the record of a decision.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar
from uuid import UUID

from comity.ledger.rules.event import Event


def arrival_subject(identity: UUID) -> str:
    """How the ledger names what arrived."""
    return f"arrival:{identity}"


@dataclass(frozen=True, kw_only=True)
class ArrivalKept(Event):
    """A file is kept as it came; `digest` is over its bytes, `medium` says what it is."""

    name: ClassVar[str] = "arrival-kept"
    digest: str
    size: int
    medium: str


@dataclass(frozen=True, kw_only=True)
class ArrivalSetAside(Event):
    """It is not registered, on `ground` of the closed list; the file stays. `reason` holds somebody's own words."""

    name: ClassVar[str] = "arrival-set-aside"
    ground: str
    reason: str


@dataclass(frozen=True, kw_only=True)
class ArrivalTakenUp(Event):
    """What was set aside waits to be registered again."""

    name: ClassVar[str] = "arrival-taken-up"


@dataclass(frozen=True, kw_only=True)
class RequestAmended(Event):
    """What was typed in of an incoming request was mistyped, and is corrected. `fields` names what changed, `before`
    and `digest` are over the whole content before and after; `requesting_country` and `their_reference` are those of
    now. What stood before is kept beside the request (`casework.models.amendment`)."""

    name: ClassVar[str] = "request-amended"
    version: int
    fields: tuple[str, ...]
    before: str
    digest: str
    requesting_country: str
    their_reference: str
    reason: str


@dataclass(frozen=True, kw_only=True)
class RegistrationCorrected(Event):
    """An incoming request was registered as the wrong kind, or by the wrong channel: both are named as they are now.
    `left_out` names the answers that the kind has no place for; `before` and `digest` are over the content before and
    after. What was left out is kept beside the request (`casework.models.amendment`)."""

    name: ClassVar[str] = "registration-corrected"
    version: int
    kind: str
    kind_before: str
    channel: str
    left_out: tuple[str, ...]
    before: str
    digest: str
    reason: str
