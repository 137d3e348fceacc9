"""A way as it was kept with a request: drawn like the planner's ways, from JSON instead of today's facts."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

from pydantic import TypeAdapter, ValidationError

from comity.atlas.queries.snapshot import node_snapshot
from comity.atlas.rules.measure import DataType, Measure
from comity.atlas.rules.snapshot import Snapshot
from comity.kernel.country import CountryCode
from comity.routes.queries.plan import RouteView
from comity.routes.rules.question import Question
from comity.web.planner.address import Asked
from comity.web.planner.way import Way, ways

_ROUTE: TypeAdapter[RouteView] = TypeAdapter(RouteView)

_LATER: Mapping[str, Any] = {"reforms": (), "needs_urgency": False}
"""What routes of an earlier version do not say."""


def kept_way(plan: Mapping[str, Any]) -> Way | None:
    """The way of a request's plan with its reasons open; None where it was kept in a form that is not known here."""
    snapshot = node_snapshot()
    try:
        kept = {**_LATER, "instrument_short": _short(snapshot, plan["route"]["instrument"]), **plan["route"]}
        route = _ROUTE.validate_python(kept)
        asked = Asked(kept_question(plan))
    except (ValidationError, KeyError, TypeError, ValueError):
        return None
    languages = {code: pack.country.languages[0] for code, pack in snapshot.countries.items()}
    return ways((route,), asked, why=route.key, languages=languages)[0]


def _short(snapshot: Snapshot, instrument: str) -> str:
    pack = snapshot.instruments.get(instrument)
    return pack.instrument.short if pack else instrument


def kept_question(plan: Mapping[str, Any]) -> Question:
    """What the plan answered. Raises KeyError or ValueError where it does not say."""
    return Question(
        requester=CountryCode(plan["requester"]),
        requested=CountryCode(plan["requested"]),
        measure=Measure(plan["measure"]),
        day=date.fromisoformat(plan["day"]),
        data=DataType(plan["data"]) if plan.get("data") else None,
        urgent=bool(plan.get("urgent")),
    )
