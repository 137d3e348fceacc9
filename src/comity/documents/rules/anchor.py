"""A certificate whose holder this node trusts, for what, and from when to when. Reads no file."""

from __future__ import annotations

import base64
import hashlib
from dataclasses import dataclass
from datetime import UTC, date, datetime
from enum import StrEnum
from typing import Any

from comity.kernel.words import noted


class Purpose(StrEnum):
    """What a trusted certificate may vouch for."""

    SIGNERS = "signers"
    STAMPS = "time-stamps"

    @property
    def label(self) -> str:
        return {Purpose.SIGNERS: noted("Signers of documents"), Purpose.STAMPS: noted("Time stamps")}[self]


class TrustProblem(RuntimeError):
    """The trust list cannot be read, or not be changed so. Nobody is trusted by accident, or forgotten in silence."""


@dataclass(frozen=True, slots=True)
class Anchor:
    """`certificate` is DER. It counts from `valid_from` up to and including `valid_to`, days in UTC; None: no bound.

    `source` is how its fingerprint was confirmed; `place` the file it stands in; `own`, that it is this node's.
    """

    certificate: bytes
    name: str
    purposes: tuple[Purpose, ...]
    country: str = ""
    valid_from: date | None = None
    valid_to: date | None = None
    source: str = ""
    place: str = ""
    added_on: date | None = None
    withdrawn_on: date | None = None
    withdrawn_because: str = ""
    own: bool = False

    @property
    def fingerprint(self) -> str:
        """SHA-256 of the certificate, in hexadecimal digits."""
        return hashlib.sha256(self.certificate).hexdigest()

    def serves(self, purpose: Purpose, moment: datetime) -> bool:
        """Whether it vouches for `purpose` at `moment`. What was withdrawn vouches for nothing, however old."""
        day = moment.astimezone(UTC).date()
        begun = self.valid_from is None or self.valid_from <= day
        ended = self.valid_to is not None and day > self.valid_to
        return purpose in self.purposes and self.withdrawn_on is None and begun and not ended

    def plain(self) -> dict[str, Any]:
        """What the reader of strange files needs, for JSON."""
        return {
            "certificate": base64.b64encode(self.certificate).decode(),
            "name": self.name,
            "purposes": list(self.purposes),
            "valid_from": self.valid_from and self.valid_from.isoformat(),
            "valid_to": self.valid_to and self.valid_to.isoformat(),
            "place": self.place,
            "withdrawn_on": self.withdrawn_on and self.withdrawn_on.isoformat(),
            "own": self.own,
        }

    @classmethod
    def from_plain(cls, data: dict[str, Any]) -> Anchor:
        """The opposite of `plain`."""
        return cls(
            certificate=base64.b64decode(data["certificate"]),
            name=data["name"],
            purposes=tuple(Purpose(purpose) for purpose in data["purposes"]),
            valid_from=_day(data["valid_from"]),
            valid_to=_day(data["valid_to"]),
            place=data["place"],
            withdrawn_on=_day(data["withdrawn_on"]),
            own=data["own"],
        )


def _day(text: str | None) -> date | None:
    return date.fromisoformat(text) if text else None
