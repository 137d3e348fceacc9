"""What the ledger says about calls. Countries, results, times and digests; never what was said."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import ClassVar

from comity.ledger.rules.event import Event


def call_subject(number: int) -> str:
    """How the ledger names a call that belongs to no request."""
    return f"call:{number}"


def counterpart_subject(country: str) -> str:
    """How the ledger names the other side of test calls."""
    return f"counterpart:{country}"


@dataclass(frozen=True, kw_only=True)
class PhoneCallLogged(Event):
    """A call was written down; `digest` is over what was said. Its subject is the request, where it belongs to one."""

    name: ClassVar[str] = "phone-call-logged"
    happened_at: datetime
    call: int
    direction: str
    country: str
    channel: str
    urgent: bool
    digest: str


@dataclass(frozen=True, kw_only=True)
class OralRequestMade(Event):
    """What a request asks for was asked by voice already, at `happened_at`: its written confirmation is owed."""

    name: ClassVar[str] = "request-made-orally"
    happened_at: datetime
    call: int
    direction: str
    country: str


@dataclass(frozen=True, kw_only=True)
class OralRequestConfirmed(Event):
    """What they had asked by voice came in writing, by `channel`."""

    name: ClassVar[str] = "oral-request-confirmed"
    happened_at: datetime
    channel: str


@dataclass(frozen=True, kw_only=True)
class PingMade(Event):
    """A counterpart was called to see whether it answers. `minutes` until it did, None where it did not."""

    name: ClassVar[str] = "test-call-made"
    happened_at: datetime
    country: str
    authority: str
    channel: str
    result: str
    minutes: int | None
