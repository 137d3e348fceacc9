"""One signature as a reader sees it: what is known of it, and the same in sentences. Judges nothing."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from comity.documents.rules.seal import After, Revocation, SealLevel


@dataclass(frozen=True, slots=True)
class TimeStamp:
    """What a third party says of the time. `trusted`: it fits, and this node trusts whoever made it for time."""

    authority: str
    organisation: str
    country: str
    fingerprint: str
    at: datetime
    over_document: bool
    trusted: bool
    sentence: str


@dataclass(frozen=True, slots=True)
class Fact:
    """One thing the signature says or shows, as a label and a sentence."""

    label: str
    sentence: str


@dataclass(frozen=True, slots=True)
class Signature:
    """One signature, counted from 1 in the order of signing.

    `trusted`: it holds, and its signer is known here. `claimed_at` is the signer's word, `proved_at` the time at which
    a trusted time stamp shows that it existed. `voucher` is the entry of the trust list that vouches, empty where none
    does. It covers the file up to `revision` of `revisions`; `changes` is what came after. `revocation_at` is when the
    list or answer inside the file was made.
    """

    number: int
    trusted: bool
    signer: str
    organisation: str
    country: str
    issuer: str
    fingerprint: str
    reason: str
    location: str
    mandate: str
    visible: bool
    claimed_at: datetime | None
    proved_at: datetime | None
    level: SealLevel
    voucher: str
    revision: int
    revisions: int
    changes: After
    revocation: Revocation
    revocation_at: datetime | None
    stamps: tuple[TimeStamp, ...]
    facts: tuple[Fact, ...]
