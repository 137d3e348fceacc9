"""One signature and its time stamps, as bare facts: who made it, what it covers, who vouches. Gives no verdict.

Crosses from the process that reads strange files as JSON: hence plain values only.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import StrEnum
from typing import Any


class After(StrEnum):
    """What was added to the file after a signature, at most: each includes those before it."""

    NOTHING = "nothing"
    ARCHIVAL = "archival"
    SIGNATURES = "signatures"
    FORM = "form"
    OTHER = "other"


class Chain(StrEnum):
    """Whether a certificate leads to one that the node trusts. Not asked where the bytes were changed."""

    TRUSTED = "trusted"
    UNKNOWN = "unknown"
    EXPIRED = "expired"
    NOT_YET = "not-yet"
    WRONG_TIME = "wrong-time"
    UNSUITABLE = "unsuitable"
    WEAK = "weak"
    REVOKED = "revoked"
    NOT_ASKED = "not-asked"


class Revocation(StrEnum):
    """What the file itself carries about revocation. Nobody is asked, ever."""

    NOT_ASKED = "not-asked"
    GOOD = "good"
    REVOKED = "revoked"
    UNCLEAR = "unclear"


class SealLevel(StrEnum):
    """The baseline level (ETSI EN 319 142-1) that the file's structure shows; `NONE` outside that family."""

    NONE = ""
    B = "B-B"
    T = "B-T"
    LT = "B-LT"
    LTA = "B-LTA"


@dataclass(frozen=True, slots=True)
class Stamp:
    """A third party's word that something existed at a time (RFC 3161).

    `over_document`: it covers the file, not only the signature. `holds`: it fits what it was made of, and its key.
    `voucher` is whoever of the trust list vouches for it; `own`, that this is the node itself.
    """

    authority: str
    organisation: str
    country: str
    fingerprint: str
    at: str
    over_document: bool
    holds: bool
    chain: Chain
    voucher: str = ""
    own: bool = False

    @property
    def trusted(self) -> bool:
        return self.holds and self.chain is Chain.TRUSTED


@dataclass(frozen=True, slots=True)
class Seal:
    """One signature: who made it, by its certificate; whether its bytes are as they were signed; what came later.

    `intact`: the bytes it covers have the digest it states. `genuine`: its value fits the certificate's key. Times are
    ISO 8601 in UTC: `claimed_at` is the signer's word, `proved_at` that of a trusted time stamp, `revocation_at` the
    date of the list or answer that was found in the file. `voucher` names what of the trust list vouches, and where it
    stands. The signature closes `revision` of the file's `revisions`.
    """

    signer: str
    organisation: str
    country: str
    issuer: str
    fingerprint: str
    reason: str
    claimed_at: str
    valid_from: str
    valid_to: str
    intact: bool
    genuine: bool
    after: After
    chain: Chain
    voucher: str = ""
    location: str = ""
    mandate: str = ""
    level: SealLevel = SealLevel.B
    visible: bool = False
    revision: int = 1
    revisions: int = 1
    proved_at: str = ""
    stamps: tuple[Stamp, ...] = ()
    revocation: Revocation = Revocation.NOT_ASKED
    revocation_at: str = ""


def seal_from_plain(data: dict[str, Any]) -> Seal:
    """From the JSON of `dataclasses.asdict`. Raises TypeError or ValueError for anything else."""
    seal = Seal(**data)
    return replace(
        seal,
        after=After(seal.after),
        chain=Chain(seal.chain),
        level=SealLevel(seal.level),
        revocation=Revocation(seal.revocation),
        stamps=tuple(_stamp(stamp) for stamp in data.get("stamps", ())),
    )


def _stamp(data: dict[str, Any]) -> Stamp:
    stamp = Stamp(**data)
    return replace(stamp, chain=Chain(stamp.chain))
