"""Which reforms unlock most: every single one, every pair, every triple, weighed and none left out."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from heapq import nlargest
from itertools import combinations
from typing import NamedTuple

from comity.atlas.rules.edit import Edit
from comity.routes.rules.reform import Reforms
from comity.routes.rules.supposed import fact_of
from comity.routes.rules.weighing import Weigher
from comity.routes.rules.worth import Weights

MOST = 3
"""Reforms in a set."""


class Ranked(NamedTuple):
    """A set of reforms and its worth, which only compares."""

    edits: tuple[Edit, ...]
    worth: int


class Ranking(NamedTuple):
    """The best sets of one size, best first, and how many were weighed."""

    size: int
    best: tuple[Ranked, ...]
    weighed: int


def rankings(
    reforms: Reforms,
    weights: Weights | None = None,
    *,
    edits: Sequence[Edit] | None = None,
    most: int = MOST,
    keep: int = 5,
) -> tuple[Ranking, ...]:
    """The best sets of one, two … `most` of `edits`, of all reforms if none are named. Of sets worth the same, those of
    earlier reforms come first."""
    if not 1 <= most <= MOST:
        raise ValueError(f"Sets of one, two or three reforms can be ranked, not of {most}.")
    weigher = Weigher(reforms, weights)
    among = reforms.edits if edits is None else tuple(edits)
    return tuple(_ranking(among, weigher, size, keep) for size in range(1, most + 1))


def _ranking(edits: tuple[Edit, ...], weigher: Weigher, size: int, keep: int) -> Ranking:
    weighed = 0

    def _all() -> Iterator[Ranked]:
        nonlocal weighed
        for chosen in _sets(edits, size):
            weighed += 1
            yield Ranked(chosen, weigher.worth(chosen))

    best = nlargest(keep, _all(), key=lambda ranked: ranked.worth)
    return Ranking(size, tuple(best), weighed)


def _sets(edits: tuple[Edit, ...], size: int) -> Iterator[tuple[Edit, ...]]:
    """All sets, but for those in which two reforms change one fact."""
    facts = {edit: fact_of(edit) for edit in edits}
    distinct = len(set(facts.values())) == len(edits)
    for chosen in combinations(edits, size):
        if distinct or len({facts[edit] for edit in chosen}) == size:
            yield chosen
