"""What the overviews of this node's packs propose for the time after the projects, with the slide. Changes nothing."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from comity.atlas.queries.fact import FactView, fact_view
from comity.atlas.rules.snapshot import Snapshot


@dataclass(frozen=True, slots=True)
class Proposal:
    """A heading with its points, as the slide words them."""

    says: str
    points: tuple[str, ...]
    fact: FactView


@dataclass(frozen=True, slots=True)
class Phase:
    """The proposals for one time, in the words of the slide: “2018+”."""

    period: str
    proposals: tuple[Proposal, ...]


def next_phase(snapshot: Snapshot, today: date) -> tuple[Phase, ...]:
    """In the order of the slides; empty where no pack proposes anything."""
    found: dict[str, list[Proposal]] = {}
    for overview in snapshot.overviews.values():
        for group in overview.proposals:
            proposal = Proposal(group.says, group.points, fact_view(group, snapshot.sources, today))
            found.setdefault(group.period, []).append(proposal)
    return tuple(Phase(period, tuple(those)) for period, those in found.items())
