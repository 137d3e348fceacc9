"""What the ledger says of packs that countries sign, of the keys for them, and of offers. Digests, never the facts."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import ClassVar

from comity.ledger.rules.event import Event


def key_subject(country: str) -> str:
    """How the ledger names the keys that may speak for a country."""
    return f"pack-keys:{country}"


@dataclass(frozen=True, kw_only=True)
class PackKeyTrusted(Event):
    """The certificate of this fingerprint may speak for `country` from `valid_from` to `valid_to` (excluded)."""

    name: ClassVar[str] = "pack-key-trusted"
    country: str
    fingerprint: str
    signer: str
    valid_from: date
    valid_to: date | None
    reason: str


@dataclass(frozen=True, kw_only=True)
class PackKeyDistrusted(Event):
    """The certificate may no longer speak for `country`."""

    name: ClassVar[str] = "pack-key-distrusted"
    country: str
    fingerprint: str
    reason: str


@dataclass(frozen=True, kw_only=True)
class PackSigned(Event):
    """A version of a pack was signed here, to be handed on. `file` is the digest of the signed file."""

    name: ClassVar[str] = "pack-signed"
    pack: str
    version: int
    digest: str
    fingerprint: str
    file: str


@dataclass(frozen=True, kw_only=True)
class PackReceived(Event):
    """A signed pack came in; `outcome` says whether it was published, offered, or the same as what stands here."""

    name: ClassVar[str] = "pack-received"
    pack: str
    version: int
    digest: str
    fingerprint: str
    file: str
    outcome: str


@dataclass(frozen=True, kw_only=True)
class OfferChosen(Event):
    """An editor chose from an offer; `taken` counts the facts taken. Another editor decides."""

    name: ClassVar[str] = "offer-chosen"
    pack: str
    digest: str
    taken: int
    whole: bool
    reason: str


@dataclass(frozen=True, kw_only=True)
class OfferChoiceReturned(Event):
    """Another editor asks to choose anew."""

    name: ClassVar[str] = "offer-choice-returned"
    pack: str
    digest: str
    reason: str


@dataclass(frozen=True, kw_only=True)
class OfferDecided(Event):
    """A second editor confirmed what was chosen; `published` is the digest of what came of it, empty if nothing."""

    name: ClassVar[str] = "offer-decided"
    pack: str
    digest: str
    taken: int
    published: str
