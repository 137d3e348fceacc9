"""Reasons as a reader sees them: the sentence, what it follows from, and the facts below with their sources."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from comity.atlas.queries.fact import FactView, fact_view
from comity.atlas.rules.packs.sources import SourceEntry
from comity.routes.rules.reason import Reason


@dataclass(frozen=True, slots=True)
class ReasonView:
    """A reason with its facts resolved, all the way down."""

    answer: str
    says: str
    decides: bool
    facts: tuple[FactView, ...]
    because: tuple[ReasonView, ...]


def reason_view(reason: Reason, sources: Mapping[str, SourceEntry], day: date) -> ReasonView:
    return ReasonView(
        reason.answer.value,
        reason.says,
        reason.decides,
        tuple(fact_view(fact, sources, day) for fact in reason.facts),
        tuple(reason_view(child, sources, day) for child in reason.because),
    )
