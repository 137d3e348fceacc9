"""The snapshot that this node's plans are made from: its loaded packs."""

from __future__ import annotations

import json
from functools import lru_cache

from django.db import connection

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
    shapes = {kind.name: kind.shape for kind in KINDS}
    rows = LoadedPack.objects.filter(digest__in=[digest for _, digest in pinned])
    versions = {(row.name, row.digest): row for row in rows}
    rows_in_order = (versions[name, digest] for name, digest in pinned)
    contents = (with_places(row.name, shapes[row.kind].model_validate(row.content)) for row in rows_in_order)
    return assemble(contents, fingerprint(pinned))
