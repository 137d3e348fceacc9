"""The questions asked of a signed file, each with its answer in words. What was not asked is said to be unknown."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime

from comity.documents.rules.findings import After, Chain, Findings, Seal
from comity.documents.rules.verification import Check
from comity.kernel.answer import Answer


def checks_of(findings: Findings, trouble: str, *, now: datetime) -> tuple[Check, ...]:
    """The checks of every signature, then of the copy. `trouble` says what is wrong with the copy, or is empty."""
    if not findings.seals:
        return (Check("Signature", Answer.NO, "The file carries no signature."), _copy(findings, trouble))
    last = len(findings.seals) - 1
    rows = [row for number, seal in enumerate(findings.seals) for row in _of(seal, number == last, now)]
    return (*rows, _copy(findings, trouble))


def _of(seal: Seal, last: bool, now: datetime) -> Iterator[Check]:
    intact = "is what was signed, byte for byte" if seal.intact else "is not what was signed"
    yield Check("Content", Answer.of(seal.intact), f"What the signature of {seal.signer} covers {intact}.")
    yield _added(seal, last)
    fits = "fits" if seal.genuine else "does not fit"
    yield Check(
        "Signature", Answer.of(seal.genuine), f"The signature {fits} the key in the certificate of {seal.signer}."
    )
    yield _known(seal)
    yield _in_force(seal, now)
    yield _time(seal)
    yield Check(
        "Revocation",
        Answer.UNKNOWN,
        "Whether the certificate was revoked was not asked: this check opens no connection to anybody.",
    )


def _added(seal: Seal, last: bool) -> Check:
    fine = seal.after in {After.NOTHING, After.ARCHIVAL} or (seal.after is After.SIGNATURES and not last)
    return Check("Nothing added", Answer.of(fine), _ADDED[seal.after])


def _known(seal: Seal) -> Check:
    if seal.chain is Chain.NOT_ASKED:
        return Check("Signer", Answer.UNKNOWN, f"The file names {seal.signer}, whose signature does not hold for it.")
    trusted = seal.chain is Chain.TRUSTED
    issued = f"The certificate of {seal.signer} was issued by {seal.issuer}"
    return Check("Signer", Answer.of(trusted), f"{issued}, {_KNOWN[trusted]}.")


def _in_force(seal: Seal, now: datetime) -> Check:
    start, end = datetime.fromisoformat(seal.valid_from), datetime.fromisoformat(seal.valid_to)
    span = f"The certificate is in force from {start:%-d %B %Y} to {end:%-d %B %Y}"
    return Check("Certificate in force", Answer.of(start <= now <= end), f"{span}.")


def _time(seal: Seal) -> Check:
    if not seal.claimed_at:
        return Check("Time of signing", Answer.UNKNOWN, "The signature does not say when it was made.")
    claimed = datetime.fromisoformat(seal.claimed_at)
    words = f"{claimed:%-d %B %Y, %H:%M:%S} UTC"
    if seal.chain is Chain.WRONG_TIME:
        return Check("Time of signing", Answer.NO, f"The signer claims {words}, when the certificate could not sign.")
    sentence = f"{words}, as the signer claims; no time-stamp of a third party confirms it."
    return Check("Time of signing", Answer.UNKNOWN, sentence)


def _copy(findings: Findings, trouble: str) -> Check:
    if trouble:
        return Check("Machine-readable copy", Answer.NO, trouble)
    if any(seal.after is After.OTHER or not (seal.intact and seal.genuine) for seal in findings.seals):
        return Check("Machine-readable copy", Answer.NO, "request.json is in a file that was changed. Do not use it.")
    by = "is covered by the signature" if findings.seals else "can be read"
    return Check("Machine-readable copy", Answer.YES, f"request.json is inside the file and {by}.")


_ADDED = {
    After.NOTHING: "Nothing was added after the signature.",
    After.ARCHIVAL: "After the signature, only what helps to check it later was added.",
    After.SIGNATURES: "After the signature, a further signature or an entry in a form was added.",
    After.OTHER: "After the signature, content was added or replaced.",
}
_KNOWN = {True: "which this node trusts", False: "which does not vouch for the signer on this node"}
