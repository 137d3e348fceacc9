"""Who receives a request in a country: for each measure, stage and urgency, by the best way there."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from comity.atlas.rules.measure import Measure, Stage
from comity.atlas.rules.packs.channels import Use
from comity.atlas.rules.snapshot import Snapshot
from comity.kernel.country import CountryCode
from comity.kernel.sayable import sayable
from comity.routes.rules.plan import Plan, plan
from comity.routes.rules.question import Question
from comity.routes.rules.route import Status


@dataclass(frozen=True, slots=True)
class Receiver:
    """An authority and the best way that leads to it. `evidence` is False for what gives information only."""

    name: str
    way: str
    status: str
    evidence: bool


@dataclass(frozen=True, slots=True)
class Case:
    """Who receives it at one stage, with or without urgency: ways to evidence before ways to mere information.

    `status` is the plan's own; without a receiver no open way leads to an authority of the country.
    """

    stage: str
    urgent: bool
    status: str
    receivers: tuple[Receiver, ...]


@dataclass(frozen=True, slots=True)
class ReceiverLine:
    """A measure with one case for each stage, first without and then with urgency."""

    measure: str
    label: str
    need: str
    cases: tuple[Case, ...]

    @property
    def columns(self) -> tuple[tuple[Case, int, str], ...]:
        """Cases that say the same made one: the case, how many it stands for, and for which."""
        said = [(case.status, case.receivers) for case in self.cases]
        if said.count(said[0]) == len(said):
            return ((self.cases[0], len(said), sayable("at every stage, urgent or not")),)
        made: list[tuple[Case, int, str]] = []
        for first in range(0, len(said), 2):
            calm, urgent = self.cases[first : first + 2]
            if said[first] == said[first + 1]:
                made.append((calm, 2, sayable("{stage}, urgent or not", stage=sayable(calm.stage))))
            else:
                made += [
                    (calm, 1, sayable("{stage}, not urgent", stage=sayable(calm.stage))),
                    (urgent, 1, sayable("{stage}, urgent", stage=sayable(urgent.stage))),
                ]
        return tuple(made)


CASES = tuple((stage, urgent) for stage in Stage for urgent in (False, True))
"""Stage and urgency in the order of the columns."""


def receiver_lines(
    snapshot: Snapshot, requester: CountryCode, requested: CountryCode, day: date
) -> tuple[ReceiverLine, ...]:
    """One line for each measure for which there is any way."""
    law = snapshot.on(day)
    lines = []
    for measure in Measure:
        questions = [
            Question(requester, requested, measure, day, urgent=urgent, stage=stage) for stage, urgent in CASES
        ]
        plans = [plan(law, question) for question in questions]
        if any(made.routes for made in plans):
            lines.append(ReceiverLine(measure.value, measure.label, measure.need, tuple(map(_case, plans))))
    return tuple(lines)


def _case(made: Plan) -> Case:
    """Each authority once, by the way that comes first. Ways of which something is unknown only where there are no
    others."""
    question, found = made.question, dict[str, Receiver]()
    for route in sorted(made.routes, key=lambda route: route.entry.use is Use.INFORMATION):
        name = next((step.actor for step in route.steps if step.country == question.requested), "")
        if name and route.status is not Status.CLOSED:
            evidence = route.entry.use is not Use.INFORMATION
            found.setdefault(name, Receiver(name, route.title, route.status.value, evidence))
    certain = tuple(one for one in found.values() if one.status != Status.UNKNOWN)
    return Case(question.stage.label, question.urgent, made.status.value, certain or tuple(found.values()))
