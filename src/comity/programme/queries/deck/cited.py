"""The notes of a slide: where what it says stands."""

from __future__ import annotations

from collections.abc import Iterable

from comity.atlas.rules.fact import Cited
from comity.atlas.rules.snapshot import Snapshot


def cited(snapshot: Snapshot, facts: Iterable[Cited]) -> tuple[str, ...]:
    """Each source with its place once, how sure we are where it was not read there, and remarks."""
    lines: dict[str, None] = {}
    for fact in facts:
        entry = snapshot.sources.get(fact.source)
        name = entry.title if entry else fact.source
        assumed = " (assumed, to be verified)" if fact.confidence.assumed else ""
        lines[f"Source: {name}{', ' if fact.at else ''}{fact.at}; checked {fact.checked.isoformat()}{assumed}"] = None
        if fact.note:
            lines[f"Note: {fact.note}"] = None
    return tuple(lines)
