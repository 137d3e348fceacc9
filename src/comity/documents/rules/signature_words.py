"""A signature in sentences that need no knowledge of signatures. What the file does not say is said to be missing."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime

from comity.documents.rules.seal import After, Chain, Seal, SealLevel, Stamp
from comity.documents.rules.signature_view import Fact, Signature, TimeStamp


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


def said(text: str) -> str:
    """An ISO 8601 time in words, to the second."""
    return f"{datetime.fromisoformat(text):%-d %B %Y, %H:%M:%S} UTC"


def stamp_words(stamp: Stamp) -> str:
    """What the time stamp says, and what that is worth here."""
    where = "over the whole file" if stamp.over_document else "inside the signature"
    says = f"A time stamp of {stamp.authority} {where} says {said(stamp.at)}"
    if not stamp.holds:
        return f"{says}, but it was not made for this file: it proves nothing."
    if stamp.chain is Chain.EXPIRED:
        return f"{says}, but its certificate has run out and no later stamp stands over it: it proves nothing any more."
    if not stamp.trusted:
        return f"{says}. This node does not trust {stamp.authority} for time, so it proves nothing here."
    if stamp.own:
        return f"{says}. That is this node's own time-stamp authority, not a third party."
    return f"{says}. This node trusts it for time, by {stamp.voucher}."


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
    yield Fact("Claimed time", f"{said(seal.claimed_at)}, by the signer's clock." if seal.claimed_at else _NOT_DATED)
    for stamp in seal.stamps:
        yield Fact("Time stamp", stamp_words(stamp))
    if not seal.stamps:
        yield Fact("Time stamp", "There is none: nobody but the signer says when it was signed.")
    yield Fact("Kind", _LEVELS[seal.level])
    yield Fact("Covers", _covers(seal))
    yield Fact("Reason", seal.reason or "The signature gives none.")
    yield Fact("Mandate", f"The signer claims: {seal.mandate}" if seal.mandate else "The signature states none.")
    if seal.location:
        yield Fact("Place", seal.location)
    yield Fact("On the page", "A stamp shows it." if seal.visible else "Nothing on the pages shows this signature.")


def _covers(seal: Seal) -> str:
    if seal.after is After.NOTHING:
        return "The whole document, from its first byte to its last."
    return (
        f"The document up to its state {seal.revision} of {seal.revisions}. What came afterwards is told under "
        "“Nothing else added”."
    )


_NOT_DATED = "The signature does not say."
_LEVELS = {
    SealLevel.NONE: "A signature of a PDF that is not of the PAdES family.",
    SealLevel.B: "PAdES B-B: the signature alone.",
    SealLevel.T: "PAdES B-T: the signature with a time stamp.",
    SealLevel.LT: "PAdES B-LT: the signature with a time stamp, and what tells whether its certificate was revoked.",
    SealLevel.LTA: "PAdES B-LTA: the signature, its time stamp and what tells of revocation, all under a further time "
    "stamp. It can be checked for as long as that one can.",
}
