"""How a country carries out each measure for others: who, on what basis, what it takes, how long, what is unknown."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date

from comity.atlas.queries.fact import FactView, fact_view
from comity.atlas.rules.measure import Measure
from comity.atlas.rules.packs.profile import Procedure
from comity.atlas.rules.snapshot import Snapshot
from comity.kernel.country import CountryCode
from comity.kernel.sayable import listed, sayable
from comity.kernel.words import noted


@dataclass(frozen=True, slots=True)
class ProcedureView:
    """One fact on a procedure: the sentence, and what it says on each point, as label and text."""

    fact: FactView
    points: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class MeasureView:
    """A measure with what is known of it on the day. `unknown` names the points that no fact speaks of."""

    measure: str
    label: str
    need: str
    procedures: tuple[ProcedureView, ...]
    others: tuple[FactView, ...]
    unknown: tuple[str, ...]

    @property
    def known(self) -> bool:
        return bool(self.procedures)


def measure_views(snapshot: Snapshot, code: CountryCode, day: date) -> tuple[MeasureView, ...]:
    """Every measure in its order, known or not."""
    pack = snapshot.countries.get(code)
    said = pack.procedures if pack else {}
    return tuple(_measure(snapshot, measure, said.get(measure, ()), day) for measure in Measure)


def _measure(snapshot: Snapshot, measure: Measure, facts: Sequence[Procedure], day: date) -> MeasureView:
    current = [fact for fact in facts if fact.covers(day)]
    views = tuple(ProcedureView(fact_view(fact, snapshot.sources, day), _points(fact)) for fact in current)
    spoken_of = {label for view in views for label, _ in view.points}
    return MeasureView(
        measure.value,
        measure.label,
        measure.need,
        views,
        tuple(fact_view(fact, snapshot.sources, day) for fact in facts if not fact.covers(day)),
        tuple(label for label, _ in _POINTS if label not in spoken_of),
    )


def _points(fact: Procedure) -> tuple[tuple[str, str], ...]:
    return tuple((label, text) for label, read in _POINTS if (text := read(fact)))


def _days(number: int | None, *, about: bool = False) -> str:
    if number is None:
        return ""
    if about:
        return sayable("about {count} day", count=1) if number == 1 else sayable("about {count} days", count=number)
    return sayable("{count} day", count=1) if number == 1 else sayable("{count} days", count=number)


def _urgency(fact: Procedure) -> str:
    if fact.urgent is None:
        return ""
    return sayable("urgent cases") if fact.urgent else sayable("not for urgent cases")


_POINTS: tuple[tuple[str, Callable[[Procedure], str]], ...] = (
    (noted("Who receives it"), lambda fact: fact.authority),
    (noted("Stage"), lambda fact: listed(stage.label for stage in fact.stages) if fact.stages else ""),
    (noted("Urgency"), _urgency),
    (noted("Legal basis"), lambda fact: fact.legal_basis),
    (noted("What it takes there"), lambda fact: fact.needs),
    (noted("Threshold"), lambda fact: fact.threshold),
    (noted("Double criminality"), lambda fact: fact.dual_criminality),
    (noted("What the request must say"), lambda fact: fact.content),
    (noted("How it may travel"), lambda fact: fact.transmission),
    (noted("Typical time"), lambda fact: _days(fact.typical_days, about=True)),
    (noted("Time set by law"), lambda fact: _days(fact.statutory_days)),
    (noted("Preserved for"), lambda fact: _days(fact.preserved_for_days)),
    (noted("Renewal"), lambda fact: fact.renewals),
    (noted("How long providers keep data"), lambda fact: fact.retention),
    (noted("Notice to users"), lambda fact: fact.notification),
    (noted("Cost"), lambda fact: fact.cost),
    (noted("Grounds for refusal"), lambda fact: fact.refusal),
    (noted("Limits on use"), lambda fact: fact.use_limits),
)
"""The points of a procedure in the order of the page."""
