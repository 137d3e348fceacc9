"""What the report is made from, as this node knows it: its packs, and what was signed off here."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from comity.atlas.queries.snapshot import node_snapshot
from comity.stateofplay.queries.node_matrix import node_matrix
from comity.stateofplay.queries.node_priorities import node_priorities
from comity.stateofplay.queries.report.material import FIRST, Material, gathered


def node_material(day: date, *, countries: Sequence[str] | None = None, short: bool = False) -> Material:
    """From what this node works with, and has signed off."""
    today, first = node_matrix(day, countries=countries), node_matrix(FIRST, countries=countries)
    scores = node_priorities(day, countries=countries)
    return gathered(node_snapshot(), today, first, countries, scores, short=short)
