"""How much of what the atlas says of a project's countries is fresh: compared with its source within its time."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from comity.atlas.queries.snapshot import node_snapshot
from comity.kernel import clock
from comity.programme.queries.measures.measure import Measure, Scope
from comity.upkeep.queries.staleness import country_staleness


def compute(scope: Scope, starts: date, ends: date) -> Decimal | None:  # noqa: ARG001  a level, not a flow
    """As of today, for a period that holds today: packs tell when a fact was last compared, not when before."""
    today = clock.today()
    if ends < today:
        return None
    found = country_staleness(node_snapshot(), today)
    figures = [found[code] for code in scope.countries if code in found]
    facts = sum(figure.facts for figure in figures)
    if not facts:
        return None
    return round(Decimal(100) * (facts - sum(figure.due for figure in figures)) / facts, 1)


MEASURE = Measure(
    name="profile-freshness",
    label="profile freshness",
    says=(
        "The share of the atlas’s facts on the project’s countries that need not yet be compared with their source "
        "again, on the day of computing. Taken while the period runs; afterwards it stays."
    ),
    unit="%",
    compute=compute,
    now_only=True,
)
