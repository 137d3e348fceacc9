"""An entry as readers and verifiers see it, and the one form of it that is hashed. Knows no database."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import UTC, datetime
from typing import Any

from comity.kernel.digest import Digest, canonical_json

NOTHING_BEFORE = Digest("0" * 64)
"""What the first entry names as the digest before it."""

_LEAF = b"\x00"


@dataclass(frozen=True, slots=True)
class EntryView:
    """One recorded event. `at` is in UTC to the microsecond; `previous` is the digest of the entry before."""

    sequence: int
    at: datetime
    actor_reference: str
    actor_display: str
    name: str
    subject: str
    payload: dict[str, Any]
    previous: Digest
    digest: Digest


def chained(
    *,
    sequence: int,
    at: datetime,
    actor_reference: str,
    actor_display: str,
    name: str,
    subject: str,
    payload: dict[str, Any],
    previous: Digest,
) -> EntryView:
    """A new entry with its digest, to follow the one whose digest is `previous`."""
    unsealed = EntryView(
        sequence, at.astimezone(UTC), actor_reference, actor_display, name, subject, payload, previous, NOTHING_BEFORE
    )
    return replace(unsealed, digest=digest_of(unsealed))


def leaf(entry: EntryView) -> bytes:
    """The entry's canonical JSON: every field but the digest itself, the moment in UTC with six decimals."""
    return canonical_json(
        {
            "sequence": entry.sequence,
            "at": entry.at.astimezone(UTC).isoformat(timespec="microseconds"),
            "actor_reference": entry.actor_reference,
            "actor_display": entry.actor_display,
            "name": entry.name,
            "subject": entry.subject,
            "payload": entry.payload,
            "previous": entry.previous,
        }
    )


def digest_of(entry: EntryView) -> Digest:
    """The digest that `entry` ought to have: SHA-256 over a zero byte and its canonical JSON.

    That is the leaf hash of a Merkle tree (RFC 6962, 2.1), so a tree with proofs can be built over these digests.
    """
    return Digest.of(_LEAF + leaf(entry))
