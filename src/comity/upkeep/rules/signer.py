"""Who signed a pack, as its certificate says: plain values for rules, pages and the ledger."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from comity.kernel.words import say


@dataclass(frozen=True, slots=True)
class Signer:
    """`fingerprint` is the SHA-256 of the certificate in hexadecimal digits; moments are in UTC.

    `country` is what the certificate says, which alone gives no right: see `speaks_for` among the keys of this node.
    """

    name: str
    organisation: str
    country: str
    fingerprint: str
    valid_from: datetime
    valid_to: datetime

    def holds(self, at: datetime) -> bool:
        return self.valid_from <= at < self.valid_to

    @property
    def span(self) -> str:
        return say(
            "from {first} to {last} UTC",
            first=f"{self.valid_from:%Y-%m-%d %H:%M}",
            last=f"{self.valid_to:%Y-%m-%d %H:%M}",
        )


@dataclass(frozen=True, slots=True)
class Opened:
    """A file whose signature holds: what is signed, by whom, and when by the signer's own clock, where it says so."""

    payload: bytes
    signer: Signer
    signed_at: datetime | None
