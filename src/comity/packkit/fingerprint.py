"""One digest for a set of packs: what a node pins, and what a plan names as the law it was made from."""

from __future__ import annotations

from collections.abc import Iterable

from comity.kernel.digest import Digest, canonical_json


def fingerprint(digests: Iterable[tuple[str, Digest]]) -> Digest:
    """The digest over (pack name, pack digest) pairs, whatever their order."""
    return Digest.of(canonical_json(sorted(digests)))
