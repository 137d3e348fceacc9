"""A signature in sentences that need no knowledge of signatures. What the file does not say is said to be missing."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime

from comity.documents.rules.seal import After, Chain, Seal, SealLevel, Stamp
from comity.documents.rules.signature_view import Fact, Signature, TimeStamp
from comity.kernel.sayable import Sayable, sayable
from comity.kernel.words import noted


def signature_of(seal: Seal, number: int) -> Signature:
    """`seal` as a reader sees it, the `number`th of its file."""
    return Signature(
        number=number,
        trusted=seal.intact and seal.genuine and seal.chain is Chain.TRUSTED,
        signer=seal.signer,
        organisation=seal.organisation,
        country=seal.country,
        issuer=seal.issuer,
        fingerprint=seal.fingerprint,
        reason=seal.reason,
        location=seal.location,
        mandate=seal.mandate,
        visible=seal.visible,
        claimed_at=moment(seal.claimed_at),
        proved_at=moment(seal.proved_at),
        level=seal.level,
        voucher=seal.voucher,
        revision=seal.revision,
        revisions=seal.revisions,
        changes=seal.after,
        revocation=seal.revocation,
        revocation_at=moment(seal.revocation_at),
        stamps=tuple(_stamp(stamp) for stamp in seal.stamps),
        facts=tuple(_facts(seal)),
    )


def moment(text: str) -> datetime | None:
    return datetime.fromisoformat(text) if text else None


def moment_words(text: str) -> Sayable:
    """An ISO 8601 time in words, to the second."""
    at = datetime.fromisoformat(text)
    return sayable("{day}, {time} UTC", day=at.date(), time=f"{at:%H:%M:%S}")


def stamp_words(stamp: Stamp) -> str:
    """What the time stamp says, and what that is worth here."""
    says = _OVER_FILE if stamp.over_document else _IN_SIGNATURE
    said = sayable(says, authority=stamp.authority, moment=moment_words(stamp.at))
    worth = sayable(_worth(stamp), authority=stamp.authority, voucher=stamp.voucher)
    return sayable("{says} {worth}", says=said, worth=worth)


def _worth(stamp: Stamp) -> str:
    if not stamp.holds:
        return noted("But it was not made for this file: it proves nothing.")
    if stamp.chain is Chain.EXPIRED:
        return noted("But its certificate has run out and no later stamp stands over it: it proves nothing any more.")
    if not stamp.trusted:
        return noted("This node does not trust {authority} for time, so it proves nothing here.")
    if stamp.own:
        return noted("That is this node's own time-stamp authority, not a third party.")
    return noted("This node trusts it for time, by {voucher}.")


def _stamp(stamp: Stamp) -> TimeStamp:
    return TimeStamp(
        authority=stamp.authority,
        organisation=stamp.organisation,
        country=stamp.country,
        fingerprint=stamp.fingerprint,
        at=datetime.fromisoformat(stamp.at),
        over_document=stamp.over_document,
        trusted=stamp.trusted,
        sentence=stamp_words(stamp),
    )


def _facts(seal: Seal) -> Iterator[Fact]:
    yield Fact(noted("Claimed time"), _claimed(seal))
    for stamp in seal.stamps:
        yield Fact(noted("Time stamp"), stamp_words(stamp))
    if not seal.stamps:
        yield Fact(noted("Time stamp"), sayable("There is none: nobody but the signer says when it was signed."))
    yield Fact(noted("Kind"), _LEVELS[seal.level])
    yield Fact(noted("Covers"), _covers(seal))
    yield Fact(noted("Reason"), seal.reason or sayable("The signature gives none."))
    yield Fact(noted("Mandate"), _mandate(seal))
    if seal.location:
        yield Fact(noted("Place"), seal.location)
    yield Fact(noted("On the page"), _VISIBLE if seal.visible else _NOT_VISIBLE)


def _claimed(seal: Seal) -> str:
    if not seal.claimed_at:
        return sayable("The signature does not say.")
    return sayable("{moment}, by the signer's clock.", moment=moment_words(seal.claimed_at))


def _covers(seal: Seal) -> str:
    if seal.after is After.NOTHING:
        return sayable("The whole document, from its first byte to its last.")
    return sayable(
        "The document up to its state {revision} of {revisions}. What came afterwards is told under “Nothing else "
        "added”.",
        revision=seal.revision,
        revisions=seal.revisions,
    )


def _mandate(seal: Seal) -> str:
    if not seal.mandate:
        return sayable("The signature states none.")
    return sayable("The signer claims: {mandate}", mandate=seal.mandate)


_OVER_FILE = noted("A time stamp of {authority} over the whole file says {moment}.")
_IN_SIGNATURE = noted("A time stamp of {authority} inside the signature says {moment}.")
_VISIBLE = sayable("A stamp shows it.")
_NOT_VISIBLE = sayable("Nothing on the pages shows this signature.")
_LEVELS = {
    SealLevel.NONE: sayable("A signature of a PDF that is not of the PAdES family."),
    SealLevel.B: sayable("PAdES B-B: the signature alone."),
    SealLevel.T: sayable("PAdES B-T: the signature with a time stamp."),
    SealLevel.LT: sayable(
        "PAdES B-LT: the signature with a time stamp, and what tells whether its certificate was revoked."
    ),
    SealLevel.LTA: sayable(
        "PAdES B-LTA: the signature, its time stamp and what tells of revocation, all under a further time stamp. It "
        "can be checked for as long as that one can."
    ),
}
