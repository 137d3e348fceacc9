"""The questions asked of a signed file, each with its answer in words. What was not asked is said to be unknown."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime

from comity.documents.rules.findings import Findings
from comity.documents.rules.seal import After, Chain, Revocation, Seal
from comity.documents.rules.signature_words import moment_words
from comity.documents.rules.verification import Check
from comity.kernel.answer import Answer
from comity.kernel.sayable import sayable
from comity.kernel.words import noted


def checks_of(findings: Findings, trouble: str, *, now: datetime) -> tuple[Check, ...]:
    """The checks of every signature, then of the copy. `trouble` says what is wrong with the copy, or is empty."""
    if not findings.seals:
        unsigned = Check(noted("Signature"), Answer.NO, sayable("The file carries no signature."))
        return (unsigned, _copy(findings, trouble))
    last = len(findings.seals)
    rows = [
        Check(name, answer, sentence, number)
        for number, seal in enumerate(findings.seals, 1)
        for name, answer, sentence in _of(seal, number == last, now)
    ]
    return (*rows, _copy(findings, trouble))


_Row = tuple[str, Answer, str]


def _of(seal: Seal, last: bool, now: datetime) -> Iterator[_Row]:
    intact = _INTACT if seal.intact else _NOT_INTACT
    yield noted("Content"), Answer.of(seal.intact), sayable(intact, signer=seal.signer)
    fine = seal.after in {After.NOTHING, After.ARCHIVAL} or (seal.after is After.SIGNATURES and not last)
    yield noted("Nothing else added"), Answer.of(fine), _ADDED[seal.after]
    fits = _FITS if seal.genuine else _FITS_NOT
    yield noted("Signature"), Answer.of(seal.genuine), sayable(fits, signer=seal.signer)
    yield noted("Signer"), *_known(seal)
    yield noted("Certificate in force"), *_in_force(seal, now)
    yield noted("Time of signing"), *_time(seal)
    yield noted("Revocation"), *_revocation(seal)


def _known(seal: Seal) -> tuple[Answer, str]:
    if seal.chain is Chain.NOT_ASKED:
        return Answer.UNKNOWN, sayable(_NOT_ASKED, signer=seal.signer)
    trusted = seal.chain is Chain.TRUSTED
    sentence = _STRANGER if not trusted else _VOUCHED if seal.voucher else _KNOWN
    return Answer.of(trusted), sayable(sentence, signer=seal.signer, issuer=seal.issuer, voucher=seal.voucher)


def _in_force(seal: Seal, now: datetime) -> tuple[Answer, str]:
    """Asked as of the time that is proved; where none is, as of now."""
    start, end = datetime.fromisoformat(seal.valid_from), datetime.fromisoformat(seal.valid_to)
    at = datetime.fromisoformat(seal.proved_at) if seal.proved_at else now
    sentence = _RUN_OUT_SINCE if at <= end < now else _IN_FORCE
    return Answer.of(start <= at <= end), sayable(sentence, start=start.date(), end=end.date())


def _time(seal: Seal) -> tuple[Answer, str]:
    if seal.chain is Chain.WRONG_TIME:
        return Answer.NO, sayable(_IMPOSSIBLE, moment=moment_words(seal.claimed_at))
    if seal.proved_at:
        first = min((stamp for stamp in seal.stamps if stamp.trusted), key=lambda stamp: stamp.at)
        sentence = _PROVED_HERE if first.own else _PROVED
        return Answer.YES, sayable(sentence, moment=moment_words(seal.proved_at), authority=first.authority)
    if not seal.claimed_at:
        return Answer.UNKNOWN, _UNDATED_UNPROVED if seal.stamps else _UNDATED_UNSTAMPED
    sentence = _CLAIMED_UNPROVED if seal.stamps else _CLAIMED_UNSTAMPED
    return Answer.UNKNOWN, sayable(sentence, moment=moment_words(seal.claimed_at))


def _revocation(seal: Seal) -> tuple[Answer, str]:
    answer, dated, undated = _REVOKED[seal.revocation]
    if not seal.revocation_at:
        return answer, sayable(undated)
    return answer, sayable(dated, day=datetime.fromisoformat(seal.revocation_at).date())


def _copy(findings: Findings, trouble: str) -> Check:
    name = noted("Machine-readable copy")
    if trouble:
        return Check(name, Answer.NO, trouble)
    changed = {After.FORM, After.OTHER}
    if any(seal.after in changed or not (seal.intact and seal.genuine) for seal in findings.seals):
        return Check(name, Answer.NO, sayable("request.json is in a file that was changed. Do not use it."))
    return Check(name, Answer.YES, _COPY_COVERED if findings.seals else _COPY_READ)


_INTACT = noted("What the signature of {signer} covers is what was signed, byte for byte.")
_NOT_INTACT = noted("What the signature of {signer} covers is not what was signed.")
_FITS = noted("The signature fits the key in the certificate of {signer}.")
_FITS_NOT = noted("The signature does not fit the key in the certificate of {signer}.")
_NOT_ASKED = noted("The file names {signer}, whose signature does not hold for it.")
_VOUCHED = noted("The certificate of {signer} was issued by {issuer}. This node trusts it as {voucher}.")
_KNOWN = noted("The certificate of {signer} was issued by {issuer}, which this node trusts.")
_STRANGER = noted(
    "The certificate of {signer} was issued by {issuer}, which does not vouch for the signer on this node."
)
_IN_FORCE = noted("The certificate is in force from {start} to {end}.")
_RUN_OUT_SINCE = noted(
    "The certificate is in force from {start} to {end}. It has run out since; a time stamp shows that the signature "
    "is older."
)
_IMPOSSIBLE = noted("The signer claims {moment}, when the certificate could not sign.")
_PROVED = noted("{moment} at the latest, as a time stamp of {authority} shows.")
_PROVED_HERE = noted("{moment} at the latest, as this node's own time stamp, not a third party's, shows.")
_CLAIMED_UNSTAMPED = noted("{moment}, as the signer claims; no time stamp of a third party confirms it.")
_CLAIMED_UNPROVED = noted("{moment}, as the signer claims. No time stamp proves it here.")
_UNDATED_UNSTAMPED = sayable("The signature does not say when; no time stamp of a third party confirms it.")
_UNDATED_UNPROVED = sayable("The signature does not say when. No time stamp proves it here.")
_COPY_COVERED = sayable("request.json is inside the file and is covered by the signature.")
_COPY_READ = sayable("request.json is inside the file and can be read.")
_ADDED = {
    After.NOTHING: sayable("Nothing was added after the signature."),
    After.ARCHIVAL: sayable("Only what helps to check it later was added after the signature."),
    After.SIGNATURES: sayable("A further signature was added, and nothing else."),
    After.FORM: sayable("After the signature, an entry in a form was filled in or changed."),
    After.OTHER: sayable("After the signature, content was added or replaced."),
}
_REVOCATION_NOT_ASKED = noted(
    "Whether the certificate was revoked was not asked: the file does not tell, and no connection was opened."
)
_UNCLEAR = noted(
    "The file carries what was said about revocation, but it does not settle it for this certificate at this time."
)
_REVOKED = {
    Revocation.NOT_ASKED: (Answer.UNKNOWN, _REVOCATION_NOT_ASKED, _REVOCATION_NOT_ASKED),
    Revocation.GOOD: (
        Answer.YES,
        noted("Not revoked, as its issuer said on {day}. The file carries that word; nobody was asked anew."),
        noted("Not revoked, as its issuer said on an unknown day. The file carries that word; nobody was asked anew."),
    ),
    Revocation.REVOKED: (
        Answer.NO,
        noted("The certificate was revoked, as its issuer said on {day}."),
        noted("The certificate was revoked, as its issuer said on an unknown day."),
    ),
    Revocation.UNCLEAR: (Answer.UNKNOWN, _UNCLEAR, _UNCLEAR),
}
"""The answer, and how it is said with the day of the issuer's word and without."""
