"""The snapshot that this node's plans are made from: its loaded packs."""

from __future__ import annotations

import json
from functools import lru_cache

from django.db import connection
from pydantic import BaseModel

from comity.atlas.models import LoadedPack
from comity.atlas.rules.facts import with_places
from comity.atlas.rules.packs.kinds import KINDS
from comity.atlas.rules.snapshot import Snapshot, assemble
from comity.kernel.digest import Digest
from comity.packkit.fingerprint import fingerprint

Pinned = tuple[tuple[str, Digest], ...]


def node_snapshot() -> Snapshot:
    """What this node has loaded. One small query tells which packs are current; their content is kept by digest.

    It is asked several times in whatever is drafted, so that the answer is one text, and read once for each set.
    """
    with connection.cursor() as cursor:
        cursor.execute(_CURRENT)
        return _assembled(_pinned(cursor.fetchone()[0]))


_CURRENT = """
SELECT coalesce(jsonb_object_agg(name, digest), '{}')::text FROM atlas_loadedpack WHERE current
"""
"""PostgreSQL writes the keys of such an object in one order, so that the same packs are the same text."""


@lru_cache(maxsize=2)
def _pinned(current: str) -> Pinned:
    return tuple((name, Digest(digest)) for name, digest in sorted(json.loads(current).items()))


@lru_cache(maxsize=2)
def _assembled(pinned: Pinned) -> Snapshot:
    """From exactly the pinned versions, current or not: packs may be replaced between the two queries, and what is kept
    under these digests must be what they name."""
    global _parsed  # noqa: PLW0603 (replaced as one, so that no thread sees half of it)
    parsed = {pin: _parsed[pin] for pin in pinned if pin in _parsed}
    missing = [digest for name, digest in pinned if (name, digest) not in parsed]
    rows = LoadedPack.objects.filter(digest__in=missing) if missing else ()
    read = {(row.name, Digest(row.digest)): row for row in rows}
    for pin in pinned:
        if pin not in parsed:
            parsed[pin] = _content(read[pin])
    _parsed = parsed
    return assemble((parsed[pin] for pin in pinned), fingerprint(pinned))


_SHAPES = {kind.name: kind.shape for kind in KINDS}
_parsed: dict[tuple[str, Digest], BaseModel] = {}
"""The contents of the set of packs that was assembled last, and no others: one that is published is read alone, not
with two hundred that stayed. A digest names one content for ever, so that no other process need be told."""


def _content(row: LoadedPack) -> BaseModel:
    return with_places(row.name, _SHAPES[row.kind].model_validate(row.content))
