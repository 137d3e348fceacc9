"""Who receives a request in a country: for each measure, stage and urgency, by the best way there."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from comity.atlas.rules.measure import Measure, Stage
from comity.atlas.rules.snapshot import Snapshot
from comity.kernel.country import CountryCode
from comity.routes.rules.plan import Plan, plan
from comity.routes.rules.question import Question


@dataclass(frozen=True, slots=True)
class Receiver:
    """Who receives it and by which way. `name` is empty where no open way leads to an authority of the country."""

    stage: str
    urgent: bool
    status: str
    name: str
    way: str


@dataclass(frozen=True, slots=True)
class ReceiverLine:
    """A measure with one receiver for each stage, first without and then with urgency."""

    measure: str
    label: str
    need: str
    receivers: tuple[Receiver, ...]

    @property
    def same(self) -> bool:
        """Whether stage and urgency change nothing."""
        return len({(one.status, one.name, one.way) for one in self.receivers}) == 1


CASES = tuple((stage, urgent) for stage in Stage for urgent in (False, True))
"""Stage and urgency in the order of the columns."""


def receivers(
    snapshot: Snapshot, requester: CountryCode, requested: CountryCode, day: date
) -> tuple[ReceiverLine, ...]:
    """One line for each measure for which there is any way."""
    law = snapshot.on(day)
    lines = []
    for measure in Measure:
        plans = [
            plan(law, Question(requester, requested, measure, day, urgent=urgent, stage=stage))
            for stage, urgent in CASES
        ]
        if any(made.routes for made in plans):
            lines.append(
                ReceiverLine(measure.value, measure.label, measure.need, tuple(map(_receiver, plans))),
            )
    return tuple(lines)


def _receiver(made: Plan) -> Receiver:
    question = made.question
    for route in made.routes:
        name = next((step.actor for step in route.steps if step.country == question.requested), "")
        if name and route.status != "closed":
            return Receiver(question.stage.label, question.urgent, route.status.value, name, route.title)
    return Receiver(question.stage.label, question.urgent, made.status.value, "", "")
