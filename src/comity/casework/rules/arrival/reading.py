"""What was read of a file that arrived, as plain values that a database can keep. Reads nothing itself."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any

from comity.casework.rules.bundle.claimed import NOTHING_CLAIMED, Claimed
from comity.casework.rules.bundle.listed import Listed
from comity.kernel.words import noted

LARGEST_FILE = 10 * 1024 * 1024
"""Bytes. A letter has about 100 kB, an e-mail with one a third more."""


class Medium(StrEnum):
    """What a file is, by its content and not by its name."""

    PDF = "pdf"
    MAIL = "eml"
    JSON = "json"
    OTHER = "other"
    TYPED = "typed"
    """No file at all: somebody types in what came by voice or on paper."""

    @property
    def label(self) -> str:
        return {
            "pdf": "PDF",
            "eml": noted("E-mail"),
            "json": noted("Request as data (JSON)"),
            "other": noted("A file of another sort"),
            "typed": noted("Typed in by hand"),
        }[self]


@dataclass(frozen=True, slots=True)
class Signed:
    """Who signed a PDF, as its verification found; `verdict` is a value of `documents.rules.verification.Verdict`."""

    verdict: str
    reasons: tuple[str, ...] = ()
    signer: str = ""
    organisation: str = ""
    country: str = ""
    fingerprint: str = ""
    signed_at: str = ""


@dataclass(frozen=True, slots=True)
class Reading:
    """`content` holds the fields of `kind` that could be read; both are empty where the file is no request of ours.

    `sentences` say what could not be read, or must not be relied on. `claimed` is what an e-mail says of itself: its
    sender, subject and time are claims that anybody can write. `words` is the beginning of its text. `claimed_files`
    is the letter's list of what goes along with it.
    """

    medium: Medium
    kind: str = ""
    content: Mapping[str, Any] = field(default_factory=dict)
    their_reference: str = ""
    signed: Signed | None = None
    claimed: tuple[tuple[str, str], ...] = ()
    words: str = ""
    sentences: tuple[str, ...] = ()
    claimed_files: Claimed = NOTHING_CLAIMED

    def as_json(self) -> dict[str, Any]:
        """The reading in JSON's own types."""
        signed = self.signed
        return {
            "medium": self.medium.value,
            "kind": self.kind,
            "content": dict(self.content),
            "their_reference": self.their_reference,
            "signed": signed and {name: _plain(getattr(signed, name)) for name in Signed.__slots__},
            "claimed": [list(pair) for pair in self.claimed],
            "words": self.words,
            "sentences": list(self.sentences),
            "claimed_files": self.claimed_files.plain(),
        }

    @classmethod
    def from_json(cls, kept: Mapping[str, Any]) -> Reading:
        """What `as_json` gave."""
        signed = kept.get("signed")
        return cls(
            medium=Medium(kept["medium"]),
            kind=kept["kind"],
            content=kept["content"],
            their_reference=kept["their_reference"],
            signed=Signed(**{**signed, "reasons": tuple(signed["reasons"])}) if signed else None,
            claimed=tuple((label, value) for label, value in kept["claimed"]),
            words=kept["words"],
            sentences=tuple(kept["sentences"]),
            claimed_files=_claimed(kept.get("claimed_files")),
        )


def _claimed(kept: list[dict[str, Any]] | None) -> Claimed:
    if kept is None:
        return NOTHING_CLAIMED
    return Claimed(known=True, listed=tuple(Listed.from_plain(one) for one in kept))


def _plain(value: Any) -> Any:
    return list(value) if isinstance(value, tuple) else value
