"""What the ledger says about people. Never a password or a token, and of a failed sign-in never what somebody typed."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from typing import ClassVar

from comity.ledger.rules.event import Event


@dataclass(frozen=True, kw_only=True)
class UserCreated(Event):
    """Somebody can sign in from now on."""

    name: ClassVar[str] = "user-created"
    username: str
    display_name: str


@dataclass(frozen=True, kw_only=True)
class UserDeactivated(Event):
    """The user can no longer sign in."""

    name: ClassVar[str] = "user-deactivated"
    username: str


@dataclass(frozen=True, kw_only=True)
class UserReactivated(Event):
    """The user can sign in again, with the mandates that still run."""

    name: ClassVar[str] = "user-reactivated"
    username: str


@dataclass(frozen=True, kw_only=True)
class PasswordChanged(Event):
    """By the user, or by an administrator for the user: the entry's actor tells."""

    name: ClassVar[str] = "password-changed"
    username: str


@dataclass(frozen=True, kw_only=True)
class LanguageChosen(Event):
    """By the user: pages speak `language` wherever the user signs in from now on."""

    name: ClassVar[str] = "language-chosen"
    username: str
    language: str


@dataclass(frozen=True, kw_only=True)
class RoleGranted(Event):
    """The role is the user's from `valid_from` (included) to `valid_to` (excluded; null: until further notice)."""

    name: ClassVar[str] = "role-granted"
    username: str
    role: str
    valid_from: date
    valid_to: date | None


@dataclass(frozen=True, kw_only=True)
class RoleRevoked(Event):
    """The role is no longer the user's from this day on."""

    name: ClassVar[str] = "role-revoked"
    username: str
    role: str
    from_day: date


@dataclass(frozen=True, kw_only=True)
class SignedIn(Event):
    """`address` is the IP address that the connection came from."""

    name: ClassVar[str] = "signed-in"
    address: str


@dataclass(frozen=True, kw_only=True)
class SignedOut(Event):
    """The user ended the session. A session that only expired leaves no entry."""

    name: ClassVar[str] = "signed-out"
    address: str


@dataclass(frozen=True, kw_only=True)
class SignInFailed(Event):
    """`failures` counts within the window of the rate limit; `locked` says that the limit is reached.

    The subject is the user whose name was given. Where no such user exists it is "sign-in:unknown", and the text is
    not kept: people type passwords into the wrong field, and the ledger never forgets.
    """

    name: ClassVar[str] = "sign-in-failed"
    address: str
    failures: int
    locked: bool


@dataclass(frozen=True, kw_only=True)
class ShiftPlanned(Event):
    """The user answers from `starts` to `ends` (UTC)."""

    name: ClassVar[str] = "shift-planned"
    username: str
    starts: datetime
    ends: datetime


@dataclass(frozen=True, kw_only=True)
class ShiftCancelled(Event):
    """The shift, which had not begun, is off the roster."""

    name: ClassVar[str] = "shift-cancelled"
    username: str
    starts: datetime
    ends: datetime


@dataclass(frozen=True, kw_only=True)
class ShiftChanged(Event):
    """The shift, which was running, ends at `ends` (UTC) instead."""

    name: ClassVar[str] = "shift-changed"
    username: str
    ends: datetime
    ends_before: datetime


@dataclass(frozen=True, kw_only=True)
class ShiftHandedOver(Event):
    """With a note, of which the ledger keeps the digest: a note may name what must be possible to delete one day."""

    name: ClassVar[str] = "shift-handed-over"
    username: str
    note_digest: str


@dataclass(frozen=True, kw_only=True)
class TokenCreated(Event):
    """Something acts for the user from now on. Never the secret, nor its digest."""

    name: ClassVar[str] = "token-created"
    username: str
    token: int
    label: str
    purpose: str
    scopes: tuple[str, ...]
    expires_at: datetime | None


@dataclass(frozen=True, kw_only=True)
class TokenRevoked(Event):
    """The token opens nothing any more. By the user, or by an administrator: the entry's actor tells."""

    name: ClassVar[str] = "token-revoked"
    username: str
    token: int
    label: str
