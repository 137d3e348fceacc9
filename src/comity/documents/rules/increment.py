"""What somebody added to a letter outside this node, as bare facts: signatures, or something else."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from enum import StrEnum
from typing import Any


class Added(StrEnum):
    """What the file holds beyond the letter it was made from."""

    SIGNATURES = "signatures"
    NOTHING = "nothing"
    OTHER = "other"
    UNREADABLE = "unreadable"
    BUSY = "busy"


@dataclass(frozen=True, slots=True)
class NewSignature:
    """One signature that was added, as its certificate and its own words have it."""

    signer: str
    certificate: str
    reason: str
    level: str


@dataclass(frozen=True, slots=True)
class Increment:
    """`signatures` in the order of signing; empty unless `added` says that there are some."""

    added: Added
    signatures: tuple[NewSignature, ...] = ()

    def plain(self) -> dict[str, Any]:
        """As JSON carries it from one process to another."""
        return asdict(self)

    @classmethod
    def from_plain(cls, plain: dict[str, Any]) -> Increment:
        return cls(Added(plain["added"]), tuple(NewSignature(**found) for found in plain["signatures"]))


SENTENCES = {
    Added.NOTHING: "The file is the letter as it was downloaded: it carries no new signature. Sign it, then upload it.",
    Added.OTHER: "The file holds more than signatures: something on its pages or in its parts was added or changed. "
    "Download the letter again, sign it, and change nothing else.",
    Added.UNREADABLE: "What was added to the letter cannot be read as a signature. Sign it with other software.",
    Added.BUSY: "Too many files are being checked here at once. Try again in a minute.",
}
NOT_FROM_HERE = (
    "The file does not begin with the letter as it stands here, byte for byte. Download it again and sign that very "
    "file: software that saves a PDF anew, instead of adding to it, cannot be used."
)
