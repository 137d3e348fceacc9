"""How to ask a country: for each measure, the best way to it, the authority that receives, and what to mind."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from comity.atlas.rules.measure import Measure
from comity.atlas.rules.snapshot import Snapshot
from comity.kernel.country import CountryCode
from comity.routes.rules.plan import plan
from comity.routes.rules.question import Question


@dataclass(frozen=True, slots=True)
class AskLine:
    """One measure. `receiver` is who receives the request; empty where no way is known."""

    measure: str
    label: str
    need: str
    status: str
    status_label: str
    best: str
    receiver: str
    routes: int


def how_to_ask(
    snapshot: Snapshot, requester: CountryCode, requested: CountryCode, day: date, *, urgent: bool = False
) -> list[AskLine]:
    """One line for each measure, in the order of the measures."""
    law = snapshot.on(day)
    lines = []
    for measure in Measure:
        found = plan(law, Question(requester, requested, measure, day, urgent=urgent))
        best = found.routes[0] if found.routes else None
        receiver = next((step.actor for step in best.steps if step.country == requested), "") if best else ""
        lines.append(
            AskLine(
                measure.value,
                measure.label,
                measure.need,
                found.status.value,
                found.status.label,
                best.title if best else "",
                receiver,
                sum(route.status != "closed" for route in found.routes),
            )
        )
    return lines
