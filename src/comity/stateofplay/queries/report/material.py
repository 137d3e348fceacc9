"""Everything that sections of a report are made from, found once. Needs no database for the packs' files."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from comity.atlas.rules.snapshot import Snapshot
from comity.stateofplay.queries.consequences import consequences_of
from comity.stateofplay.queries.matrix import matrix_of
from comity.stateofplay.queries.powers import powers_of
from comity.stateofplay.queries.priorities import Priorities, priorities_of
from comity.stateofplay.rules.consequences import Consequence
from comity.stateofplay.rules.matrix import Matrix
from comity.stateofplay.rules.powers import Powers

FIRST = date(2017, 6, 16)
"""The overview that later days are compared with."""


@dataclass(frozen=True)
class Material:
    """`earlier` and `powers_then` are as of the first overview. `short`: for a decision maker, on two pages."""

    snapshot: Snapshot
    day: date
    matrix: Matrix
    earlier: Matrix
    powers: Powers
    powers_then: Powers
    consequences: tuple[Consequence, ...]
    priorities: Priorities | None = None
    short: bool = False

    @property
    def then(self) -> date:
        return self.earlier.day


def material_of(
    snapshot: Snapshot, day: date, *, countries: Sequence[str] | None = None, short: bool = False
) -> Material:
    """From packs alone."""
    then, now = (matrix_of(snapshot, when, countries=countries) for when in (FIRST, day))
    scores = priorities_of(snapshot, day, countries=countries)
    return gathered(snapshot, now, then, countries, scores, short=short)


def gathered(
    snapshot: Snapshot,
    matrix: Matrix,
    earlier: Matrix,
    countries: Sequence[str] | None,
    scores: Priorities | None,
    *,
    short: bool,
) -> Material:
    """What follows from the overview of the day, and of the first one."""
    powers = powers_of(snapshot, matrix.day, countries=countries)
    then = powers_of(snapshot, earlier.day, countries=countries)
    found = consequences_of(snapshot, powers)
    return Material(snapshot, matrix.day, matrix, earlier, powers, then, found, scores, short=short)
