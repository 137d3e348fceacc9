"""The figures of this node that indicators can be computed from, by name. A new one is a module with `MEASURE`."""

from __future__ import annotations

from collections.abc import Mapping

from comity.programme.queries.measures import (
    acknowledgement,
    agreements_signed,
    gaps_closed,
    people_trained,
    profile_freshness,
    recommendations_done,
    requests_sent,
)
from comity.programme.queries.measures.measure import Measure

MEASURES: Mapping[str, Measure] = {
    module.MEASURE.name: module.MEASURE
    for module in (
        requests_sent,
        acknowledgement,
        gaps_closed,
        recommendations_done,
        profile_freshness,
        people_trained,
        agreements_signed,
    )
}
