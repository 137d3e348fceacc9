"""For one country: which single reform, pair and triple unlocks most, and why. Fast enough for a page to ask."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from comity.atlas.rules.edit import Edit
from comity.atlas.rules.measure import Measure
from comity.atlas.rules.snapshot import Snapshot
from comity.kernel.country import CountryCode
from comity.kernel.sayable import listed
from comity.routes.rules.effect import Effect
from comity.routes.rules.ranking import MOST, rankings
from comity.routes.rules.reform import Reforms, Scope
from comity.routes.rules.worth import Weights
from comity.stateofplay.queries.candidates import Candidate, candidates
from comity.stateofplay.queries.simulation import Simulation, simulated
from comity.stateofplay.queries.worked_out import reforms_of

KEPT = 5
"""Sets of one size that are shown."""


@dataclass(frozen=True, slots=True)
class RankedSet:
    """A set of reforms with what it does. `beyond` counts the answers that none of its reforms would change alone."""

    place: int
    simulation: Simulation
    beyond: int

    @property
    def title(self) -> str:
        """“has the power of Article 16 in full; is Party to the Budapest Convention”."""
        return listed((each.reform.short for each in self.simulation.reforms), "; ")


@dataclass(frozen=True, slots=True)
class RankedSize:
    """The best sets of one size that change an answer. `adds` is False where the best does no more than the best
    smaller one."""

    size: int
    sets: tuple[RankedSet, ...]
    weighed: int
    adds: bool


@dataclass(frozen=True, slots=True)
class CountryRanking:
    """`gaps` are reforms of what is known to be missing; `to_find_out` are facts that nobody recorded, ranked apart: to
    suppose them says what it would settle to know them, not what to reform."""

    country: CountryCode
    scope: Scope
    gaps: tuple[Candidate, ...]
    unknown: tuple[Candidate, ...]
    sizes: tuple[RankedSize, ...]
    to_find_out: tuple[RankedSize, ...]
    packs: str

    @property
    def name(self) -> str:
        return self.country.english_name


def country_ranking(
    snapshot: Snapshot, country: CountryCode, scope: Scope, weights: Weights | None = None, *, most: int = MOST
) -> CountryRanking:
    """All sets of up to `most` reforms of the country, none left out. Needs no database."""
    found = candidates(snapshot, country, scope.day)
    gaps = tuple(candidate for candidate in found if candidate.known)
    unknown = tuple(candidate for candidate in found if not candidate.known)
    return CountryRanking(
        country,
        scope,
        gaps,
        unknown,
        _ranked(snapshot, scope, gaps, weights, most),
        _ranked(snapshot, scope, unknown, weights, most),
        str(snapshot.digest),
    )


def kept_ranking(snapshot: Snapshot, country: CountryCode, scope: Scope, weights: Weights) -> CountryRanking:
    """The same, kept by this process for as long as law, day and weights are the same."""
    return _kept(snapshot, country, scope, frozenset(weights.items()))


@lru_cache(maxsize=64)
def _kept(
    snapshot: Snapshot,
    country: CountryCode,
    scope: Scope,
    weights: frozenset[tuple[tuple[CountryCode, CountryCode, Measure], int]],
) -> CountryRanking:
    return country_ranking(snapshot, country, scope, dict(weights))


def _ranked(
    snapshot: Snapshot, scope: Scope, found: Sequence[Candidate], weights: Weights | None, most: int
) -> tuple[RankedSize, ...]:
    if not found:
        return ()
    edits = [candidate.edit for candidate in found]
    reforms = reforms_of(snapshot, scope, edits)
    made: list[RankedSize] = []
    before: tuple[tuple[Effect, int], ...] = ()
    for ranking in rankings(reforms, weights, edits=edits, most=min(most, len(found)), keep=KEPT):
        weighed = [
            _set(place, reforms, snapshot, ranked.edits, weights) for place, ranked in enumerate(ranking.best, 1)
        ]
        sets = tuple(ranked for ranked in weighed if ranked.simulation.counts)
        now = sets[0].simulation.weighed if sets else before
        made.append(RankedSize(ranking.size, sets, ranking.weighed, now != before))
        before = now
    return tuple(made)


def _set(
    place: int, reforms: Reforms, snapshot: Snapshot, edits: tuple[Edit, ...], weights: Weights | None
) -> RankedSet:
    found = simulated(reforms, snapshot, edits, weights, explain=False)
    alone = {s.question for edit in edits for s in reforms.shifts([edit]) if s.effect is not Effect.SAME}
    return RankedSet(place, found, sum(shift.question not in alone for shift in found.shifts))
