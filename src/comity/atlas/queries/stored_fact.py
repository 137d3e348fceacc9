"""A fact as it is kept in JSON, as a reader sees it: the same view as of the law's own facts, without validating them
anew."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

from comity.atlas.queries.fact import Age, FactView
from comity.atlas.rules.packs.sources import SourceEntry
from comity.atlas.rules.passage import day as written
from comity.kernel.confidence import Confidence


def stored_fact_view(fact: Mapping[str, Any], sources: Mapping[str, SourceEntry], day: date, place: str) -> FactView:
    """The fact as of `day`; `place` is like “countries/ge/powers.16.0”. It was validated before it was kept."""
    source, confidence = str(fact["source"]), Confidence(fact["confidence"])
    entry, observed = sources.get(source), written(fact.get("observed"))
    return FactView(
        value="",
        start=written(fact.get("from")),
        end=written(fact.get("to")),
        observed=observed,
        source=entry.title if entry else source,
        pinpoint=str(fact.get("at") or ""),
        address=entry.address if entry else "",
        checked=date.fromisoformat(fact["checked"]),
        confidence=confidence.value,
        assumed=confidence.assumed,
        disputed=bool(fact.get("disputed")),
        age=Age.of(observed, day),
        note=str(fact.get("note") or ""),
        place=place,
    )
