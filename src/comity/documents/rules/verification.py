"""The verdict on a PDF: who signed it, and whether it is whole. Judges findings; reads no file and asks nobody."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Any

from comity.documents.rules.inside import Inside
from comity.documents.rules.signature_view import Signature
from comity.kernel.answer import Answer
from comity.kernel.words import noted


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
    """One question that was asked, its answer, and the answer in words. `signature`: which it is about; 0, the file."""

    name: str
    answer: Answer
    sentence: str
    signature: int = 0


@dataclass(frozen=True, slots=True)
class Verification:
    """What a page shows of a checked PDF.

    `signed` are all signatures in order. `signer`, `organisation`, `country`, `issuer` and `fingerprint` (SHA-256 of
    the certificate) are those of the first, empty where there is none; `signed_at` is the time that the signer claims.
    `attachments` are the names of the files inside, `files` what they are, and
    `cautions` what opening the PDF or one of them might run. `request` is the parsed
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
    signed: tuple[Signature, ...] = ()
    files: tuple[Inside, ...] = ()
    cautions: tuple[str, ...] = ()

    def about(self, signature: int) -> tuple[Check, ...]:
        """The checks of the signature of that number; 0: those of the file as a whole."""
        return tuple(check for check in self.checks if check.signature == signature)


_LABELS = {
    Verdict.WHOLE: noted("Whole, and signed by a known signer"),
    Verdict.CHANGED: noted("Changed after it was signed"),
    Verdict.UNSIGNED: noted("Not signed"),
    Verdict.UNREADABLE: noted("Not readable"),
    Verdict.UNKNOWN_SIGNER: noted("Whole, but its signer is not known here"),
}
