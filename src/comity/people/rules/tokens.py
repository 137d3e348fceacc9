"""What a token is, when it still holds, and what is said where it does not. Knows no table; makes no randomness."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime, timedelta
from enum import StrEnum

from comity.kernel.digest import Digest
from comity.kernel.words import noted, say
from comity.people.rules.refusal import Refused
from comity.people.rules.scopes import Scope, scopes_from

PREFIX = "comity_"
"""So that people, and programs that look for leaked secrets, see what it is."""

LONGEST_NAME = 60
LONGEST_SECRET = 200
MOST = 25
"""Tokens that a user can have at once."""

SEEN_EVERY = timedelta(minutes=1)
"""How exactly it is kept when a token was last used: a busy program must not write at each request."""


class Purpose(StrEnum):
    """What a token opens: the interface for programs, or the calendar feed. One never opens the other's door."""

    API = "api"
    CALENDAR = "calendar"

    @property
    def label(self) -> str:
        return noted("For a program") if self is Purpose.API else noted("For a calendar")


class Standing(StrEnum):
    """Whether a token holds now."""

    HOLDS = "holds"
    EXPIRED = "expired"
    REVOKED = "revoked"


class TokenRefused(Exception):
    """The secret opens nothing. The text is one of three sentences, and tells nothing of whose token it was.
    `held_once`: it was a token of this node, and is one no longer."""

    held_once = False

    @classmethod
    def unknown(cls) -> TokenRefused:
        """No token of this node has this secret, or none for this door."""
        return cls("This token is not known here. Copy it anew, whole, or create another.")

    @classmethod
    def because(cls, standing: Standing) -> TokenRefused:
        """It held once."""
        expired = "This token has expired. Create another on the page “Your tokens”."
        revoked = "This token was revoked. Create another on the page “Your tokens”, if you may."
        refused = cls(expired if standing is Standing.EXPIRED else revoked)
        refused.held_once = True
        return refused


def digest_of(secret: str) -> Digest:
    """What the node keeps instead of the secret: SHA-256, which suffices where no dictionary has the secret."""
    return Digest.of(secret.encode("utf-8", "surrogatepass"))


def standing(*, expires_at: datetime | None, revoked_at: datetime | None, now: datetime) -> Standing:
    """Revoked from the moment it was, expired from the moment it does, whichever is asked first: revoked."""
    if revoked_at is not None:
        return Standing.REVOKED
    if expires_at is not None and expires_at <= now:
        return Standing.EXPIRED
    return Standing.HOLDS


def seen_before(now: datetime) -> datetime:
    """A token last used at or before this moment is marked as used again."""
    return now - SEEN_EVERY


def name_from(text: str) -> str:
    """`text` as a token's name, its white space made single. Raises Refused where nothing, or too much, is left."""
    name = " ".join(text.split())
    if not 0 < len(name) <= LONGEST_NAME or not name.isprintable():
        raise Refused(
            "name",
            say(
                "Name the token in 1 to {count} characters, by what will use it: “Calendar on my phone”.",
                count=LONGEST_NAME,
            ),
        )
    return name


def checked_scopes(purpose: Purpose, texts: Iterable[str]) -> tuple[Scope, ...]:
    """The scopes for a token of this purpose. Raises Refused: a program's token without one, a calendar's with one."""
    scopes = scopes_from(texts)
    if purpose is Purpose.API and not scopes:
        raise Refused(
            "scopes", say("Choose what the program may do, at least one: a token without a scope opens nothing.")
        )
    if purpose is Purpose.CALENDAR and scopes:
        raise Refused("scopes", say("A calendar's token reads deadlines and nothing else. Leave the scopes out."))
    return scopes


def checked_expiry(expires_at: datetime | None, now: datetime) -> None:
    """Pass for None and for moments to come. Raises Refused."""
    if expires_at is not None and expires_at <= now:
        raise Refused("expires", say("The token would have expired already. Choose a later day."))
