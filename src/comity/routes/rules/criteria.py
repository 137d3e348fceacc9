"""How routes are ordered: always by status first, then by the criterion that the user states."""

from __future__ import annotations

from collections.abc import Iterable
from enum import StrEnum

from comity.atlas.rules.packs.channels import Use
from comity.routes.rules.route import RANK, Route


class Criterion(StrEnum):
    """Time: the sooner the better. Certainty: fewer assumptions. Admissibility: evidence before information."""

    TIME = "time"
    CERTAINTY = "certainty"
    ADMISSIBILITY = "admissibility"


def ordered(routes: Iterable[Route], criterion: Criterion) -> tuple[Route, ...]:
    return tuple(sorted(routes, key=_KEYS[criterion]))


_USE = {Use.EVIDENCE: 0, Use.DEPENDS: 1, Use.INFORMATION: 2}

SortKey = tuple[float | str, ...]


def _by_time(route: Route) -> SortKey:
    return RANK[route.status], route.entry.expected.most_days, route.title


def _by_certainty(route: Route) -> SortKey:
    return RANK[route.status], route.assumed, len(route.missing), route.key


def _by_admissibility(route: Route) -> SortKey:
    return RANK[route.status], _USE[route.entry.use], route.entry.expected.most_days, route.key


_KEYS = {Criterion.TIME: _by_time, Criterion.CERTAINTY: _by_certainty, Criterion.ADMISSIBILITY: _by_admissibility}
