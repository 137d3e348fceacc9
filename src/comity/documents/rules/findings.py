"""What was found in a PDF, as bare facts: no verdict yet. Crosses from the process that reads strange files as JSON."""

from __future__ import annotations

from dataclasses import asdict, dataclass, replace
from enum import StrEnum
from typing import Any


class Problem(StrEnum):
    """Why a file could not be read."""

    NONE = ""
    NOT_PDF = "not-pdf"
    TOO_LARGE = "too-large"
    ENCRYPTED = "encrypted"
    DAMAGED = "damaged"
    DAMAGED_SIGNED = "damaged-signed"
    TOO_COSTLY = "too-costly"
    BUSY = "busy"
    FOREIGN_SIGNATURE = "foreign-signature"


class After(StrEnum):
    """What was added to the file after a signature, at most: each includes those before it."""

    NOTHING = "nothing"
    ARCHIVAL = "archival"
    SIGNATURES = "signatures"
    OTHER = "other"


class Chain(StrEnum):
    """Whether the signer's certificate leads to one that the node trusts. Not asked where the bytes were changed."""

    TRUSTED = "trusted"
    UNKNOWN = "unknown"
    EXPIRED = "expired"
    NOT_YET = "not-yet"
    WRONG_TIME = "wrong-time"
    UNSUITABLE = "unsuitable"
    WEAK = "weak"
    NOT_ASKED = "not-asked"


class Attached(StrEnum):
    """What became of the machine-readable copy."""

    NONE = "none"
    READ = "read"
    TWICE = "twice"
    TOO_LARGE = "too-large"


@dataclass(frozen=True, slots=True)
class Seal:
    """One signature: who made it, by its certificate; whether its bytes are as they were signed; what came later.

    `intact`: the bytes it covers have the digest it states. `genuine`: its value fits the certificate's key.
    `claimed_at`, `valid_from`, `valid_to` are ISO 8601 in UTC; the first is the signer's word.
    """

    signer: str
    organisation: str
    country: str
    issuer: str
    fingerprint: str
    reason: str
    claimed_at: str
    valid_from: str
    valid_to: str
    intact: bool
    genuine: bool
    after: After
    chain: Chain


@dataclass(frozen=True, slots=True)
class Findings:
    """Everything a verdict rests on. `request` is the text of the attachment request.json, unparsed."""

    problem: Problem = Problem.NONE
    seals: tuple[Seal, ...] = ()
    attachments: tuple[str, ...] = ()
    attached: Attached = Attached.NONE
    request: str = ""

    def plain(self) -> dict[str, Any]:
        return asdict(self)

    @classmethod
    def from_plain(cls, data: dict[str, Any]) -> Findings:
        """The opposite of `plain`. Raises KeyError, TypeError or ValueError for what `plain` does not make."""
        return cls(
            problem=Problem(data["problem"]),
            seals=tuple(_seal(seal) for seal in data["seals"]),
            attachments=tuple(str(name) for name in data["attachments"]),
            attached=Attached(data["attached"]),
            request=str(data["request"]),
        )


def _seal(data: dict[str, Any]) -> Seal:
    seal = Seal(**data)
    return replace(seal, after=After(seal.after), chain=Chain(seal.chain))
