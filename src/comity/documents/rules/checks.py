"""The questions asked of a signed file, each with its answer in words. What was not asked is said to be unknown."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime

from comity.documents.rules.findings import Findings
from comity.documents.rules.seal import After, Chain, Revocation, Seal
from comity.documents.rules.signature_words import said
from comity.documents.rules.verification import Check
from comity.kernel.answer import Answer


def checks_of(findings: Findings, trouble: str, *, now: datetime) -> tuple[Check, ...]:
    """The checks of every signature, then of the copy. `trouble` says what is wrong with the copy, or is empty."""
    if not findings.seals:
        return (Check("Signature", Answer.NO, "The file carries no signature."), _copy(findings, trouble))
    last = len(findings.seals)
    rows = [
        Check(name, answer, sentence, number)
        for number, seal in enumerate(findings.seals, 1)
        for name, answer, sentence in _of(seal, number == last, now)
    ]
    return (*rows, _copy(findings, trouble))


_Row = tuple[str, Answer, str]


def _of(seal: Seal, last: bool, now: datetime) -> Iterator[_Row]:
    intact = "is what was signed, byte for byte" if seal.intact else "is not what was signed"
    yield "Content", Answer.of(seal.intact), f"What the signature of {seal.signer} covers {intact}."
    fine = seal.after in {After.NOTHING, After.ARCHIVAL} or (seal.after is After.SIGNATURES and not last)
    yield "Nothing else added", Answer.of(fine), _ADDED[seal.after]
    fits = "fits" if seal.genuine else "does not fit"
    yield "Signature", Answer.of(seal.genuine), f"The signature {fits} the key in the certificate of {seal.signer}."
    yield _known(seal)
    yield _in_force(seal, now)
    yield _time(seal)
    yield _revocation(seal)


def _known(seal: Seal) -> _Row:
    if seal.chain is Chain.NOT_ASKED:
        return "Signer", Answer.UNKNOWN, f"The file names {seal.signer}, whose signature does not hold for it."
    trusted = seal.chain is Chain.TRUSTED
    known = f". This node trusts it as {seal.voucher}" if seal.voucher else ", which this node trusts"
    by = known if trusted else ", which does not vouch for the signer on this node"
    return "Signer", Answer.of(trusted), f"The certificate of {seal.signer} was issued by {seal.issuer}{by}."


def _in_force(seal: Seal, now: datetime) -> _Row:
    """Asked as of the time that is proved; where none is, as of now."""
    start, end = datetime.fromisoformat(seal.valid_from), datetime.fromisoformat(seal.valid_to)
    at = datetime.fromisoformat(seal.proved_at) if seal.proved_at else now
    span = f"The certificate is in force from {start:%-d %B %Y} to {end:%-d %B %Y}"
    since = " It has run out since; a time stamp shows that the signature is older." if at <= end < now else ""
    return "Certificate in force", Answer.of(start <= at <= end), f"{span}.{since}"


def _time(seal: Seal) -> _Row:
    if seal.chain is Chain.WRONG_TIME:
        words = f"The signer claims {said(seal.claimed_at)}, when the certificate could not sign."
        return "Time of signing", Answer.NO, words
    if seal.proved_at:
        first = min((stamp for stamp in seal.stamps if stamp.trusted), key=lambda stamp: stamp.at)
        whose = "this node's own time stamp" if first.own else f"a time stamp of {first.authority}"
        words = f"{said(seal.proved_at)} at the latest, as {whose} shows."
        if first.own:
            words += " No third party's does."
        return "Time of signing", Answer.YES, words
    claimed = f"{said(seal.claimed_at)}, as the signer claims" if seal.claimed_at else "The signature does not say when"
    missing = "; no time stamp of a third party confirms it." if not seal.stamps else ". No time stamp proves it here."
    return "Time of signing", Answer.UNKNOWN, claimed + missing


def _revocation(seal: Seal) -> _Row:
    answer, sentence = _REVOKED[seal.revocation]
    when = f"{datetime.fromisoformat(seal.revocation_at):%-d %B %Y}" if seal.revocation_at else "an unknown day"
    return "Revocation", answer, sentence.format(when=when)


def _copy(findings: Findings, trouble: str) -> Check:
    if trouble:
        return Check("Machine-readable copy", Answer.NO, trouble)
    changed = {After.FORM, After.OTHER}
    if any(seal.after in changed or not (seal.intact and seal.genuine) for seal in findings.seals):
        return Check("Machine-readable copy", Answer.NO, "request.json is in a file that was changed. Do not use it.")
    by = "is covered by the signature" if findings.seals else "can be read"
    return Check("Machine-readable copy", Answer.YES, f"request.json is inside the file and {by}.")


_ADDED = {
    After.NOTHING: "Nothing was added after the signature.",
    After.ARCHIVAL: "Only what helps to check it later was added after the signature.",
    After.SIGNATURES: "A further signature was added, and nothing else.",
    After.FORM: "After the signature, an entry in a form was filled in or changed.",
    After.OTHER: "After the signature, content was added or replaced.",
}
_REVOKED = {
    Revocation.NOT_ASKED: (
        Answer.UNKNOWN,
        "Whether the certificate was revoked was not asked: the file does not tell, and no connection was opened.",
    ),
    Revocation.GOOD: (
        Answer.YES,
        "Not revoked, as its issuer said on {when}. The file carries that word; nobody was asked anew.",
    ),
    Revocation.REVOKED: (Answer.NO, "The certificate was revoked, as its issuer said on {when}."),
    Revocation.UNCLEAR: (
        Answer.UNKNOWN,
        "The file carries what was said about revocation, but it does not settle it for this certificate at this time.",
    ),
}
