"""The routes of a scope under every reform that its countries' gaps ask for, worked out once and kept by this process.

Whatever is simulated or ranked next finds most of its work done. Nothing here is remembered beyond the process: another
process works the same out again, in less than a second.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

from comity.atlas.rules.edit import Edit
from comity.atlas.rules.snapshot import Snapshot
from comity.routes.rules.reform import Reforms, Scope
from comity.stateofplay.queries.candidates import candidates


def reforms_of(snapshot: Snapshot, scope: Scope, edits: Sequence[Edit] = ()) -> Reforms:
    """Good for `edits` and for every candidate of the scope's countries."""
    known = _candidates(snapshot, scope)
    others = tuple(edit for edit in dict.fromkeys(edits) if edit not in known)
    return _reforms(snapshot, scope, (*known, *others))


@lru_cache(maxsize=16)
def _candidates(snapshot: Snapshot, scope: Scope) -> dict[Edit, None]:
    return {found.edit: None for country in scope.countries for found in candidates(snapshot, country, scope.day)}


@lru_cache(maxsize=4)
def _reforms(snapshot: Snapshot, scope: Scope, edits: tuple[Edit, ...]) -> Reforms:
    return Reforms(snapshot, scope, edits)
