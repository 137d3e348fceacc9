"""The verdict on a PDF: who signed it, and whether it is whole. Judges findings; reads no file and asks nobody."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Any

from comity.kernel.answer import Answer


class Verdict(StrEnum):
    """Only WHOLE is good: unchanged since it was signed, and signed by somebody this node knows."""

    WHOLE = "whole"
    CHANGED = "changed"
    UNSIGNED = "unsigned"
    UNREADABLE = "unreadable"
    UNKNOWN_SIGNER = "unknown-signer"

    @property
    def label(self) -> str:
        return _LABELS[self]


@dataclass(frozen=True, slots=True)
class Check:
    """One question that was asked of the file, its answer, and the answer in words."""

    name: str
    answer: Answer
    sentence: str


@dataclass(frozen=True, slots=True)
class Verification:
    """What a page shows of a checked PDF.

    `signer`, `organisation`, `country`, `issuer` and `fingerprint` (SHA-256 of the certificate) are those of the first
    signature, empty where there is none; `signed_at` is the time that the signer claims. `request` is the parsed
    attachment request.json: None where there is none, where it is not JSON, and in a file that was changed, since
    nobody should work with it.
    """

    verdict: Verdict
    trusted: bool = False
    signer: str = ""
    organisation: str = ""
    country: str = ""
    issuer: str = ""
    fingerprint: str = ""
    signed_at: datetime | None = None
    signatures: int = 0
    reasons: tuple[str, ...] = ()
    attachments: tuple[str, ...] = ()
    request: Any = None
    checks: tuple[Check, ...] = ()


_LABELS = {
    Verdict.WHOLE: "Whole, and signed by a known signer",
    Verdict.CHANGED: "Changed after it was signed",
    Verdict.UNSIGNED: "Not signed",
    Verdict.UNREADABLE: "Not readable",
    Verdict.UNKNOWN_SIGNER: "Whole, but its signer is not known here",
}
