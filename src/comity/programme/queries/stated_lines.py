"""Where a project's pack states the lines and indicators of its framework, with source and confidence."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from comity.atlas.queries.fact import FactView, fact_view
from comity.atlas.queries.snapshot import node_snapshot

Stated = Mapping[tuple[str, str], FactView]
"""By number and words: what was reworded on this node no longer stands there."""


def stated_lines(pack: str, day: date) -> tuple[Stated, Stated]:
    """Of results and outputs, and of indicators; nothing for a project that began on this node."""
    snapshot = node_snapshot()
    project = snapshot.projects.get(pack)
    if project is None:
        return {}, {}
    lines = [(str(each.number), each) for each in project.results] + [(each.number, each) for each in project.outputs]
    return (
        {(number, each.says): fact_view(each, snapshot.sources, day) for number, each in lines},
        {(each.number, each.says): fact_view(each, snapshot.sources, day) for each in project.indicators},
    )
