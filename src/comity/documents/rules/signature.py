"""What is said of a signature: its level, whose it is, which key made it. No cryptography."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from comity.kernel.words import noted

LONGEST_REASON = 200
LONGEST_MANDATE = 200


TEST = "test"
"""What the setting of time-stamps says where the node stamps by itself."""


class NotSigned(RuntimeError):
    """Nothing was signed. The text says why, and what to do."""


class Level(StrEnum):
    """How much a signature proves by itself (PAdES, ETSI EN 319 142-1)."""

    BASIC = "B-B"
    TIMED = "B-T"
    ARCHIVAL = "B-LTA"

    @property
    def sentence(self) -> str:
        return _LEVELS[self]


class SignerRole(StrEnum):
    """In which capacity somebody signs."""

    AUTHORITY = "authority"
    APPROVER = "approver"
    COURT = "court"

    @property
    def label(self) -> str:
        return _ROLES[self]


class KeySource(StrEnum):
    """Where the private key is that made a signature."""

    NODE = "node"
    FILE = "file"
    TOKEN = "token"  # noqa: S105  no password
    ELSEWHERE = "elsewhere"

    @property
    def label(self) -> str:
        return _SOURCES[self]


@dataclass(frozen=True, slots=True)
class Statement:
    """What a signer says inside the signature. `reason` and `mandate` are one line each; a mandate may be empty."""

    reason: str
    mandate: str = ""

    @property
    def written(self) -> str:
        """Both, as every PDF viewer shows them."""
        return f"{self.reason}; mandate: {self.mandate}" if self.mandate else self.reason


@dataclass(frozen=True, slots=True)
class SignatureView:
    """One place in the order of signatures: asked of whom, and, once it is made, by whom and how.

    `signer` is the name in the certificate, `certificate` its SHA-256; `digest` that of the file as it then was. All of
    them are empty while the signature is awaited.
    """

    position: int
    role: SignerRole
    asked: str
    signer: str = ""
    reason: str = ""
    mandate: str = ""
    level: str = ""
    timestamps: str = ""
    source: str = ""
    certificate: str = ""
    digest: str = ""
    signed_at: datetime | None = None

    @property
    def made(self) -> bool:
        return self.signed_at is not None

    @property
    def level_sentence(self) -> str:
        if self.timestamps == TEST:
            return noted("Its time is by this node’s own TEST authority, which proves nothing to others.")
        return Level(self.level).sentence if self.level else ""

    @property
    def source_label(self) -> str:
        return KeySource(self.source).label if self.source else ""


_LEVELS = {
    Level.BASIC: noted("The time is the signer’s own word."),
    Level.TIMED: noted("A time-stamp authority confirms when it was made."),
    Level.ARCHIVAL: noted(
        "A time-stamp authority confirms when it was made, and all that is needed to check it later is in the file."
    ),
}
_ROLES = {
    SignerRole.AUTHORITY: noted("Drafter’s authority"),
    SignerRole.APPROVER: noted("Approver"),
    SignerRole.COURT: noted("Court or other authority"),
}
_SOURCES = {
    KeySource.NODE: noted("this node’s key"),
    KeySource.FILE: noted("the signer’s key file"),
    KeySource.TOKEN: noted("the signer’s token"),
    KeySource.ELSEWHERE: noted("signed elsewhere and uploaded"),
}
