"""A matrix of plans: every requester to every requested State, for one measure on one day."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from comity.atlas.rules.law import Law
from comity.atlas.rules.measure import DataType, Measure, Stage
from comity.kernel.country import CountryCode
from comity.routes.rules.plan import plan
from comity.routes.rules.question import Question
from comity.routes.rules.route import Route, Status


@dataclass(frozen=True, slots=True)
class Cell:
    """The best route from one State to another, and its status."""

    requester: CountryCode
    requested: CountryCode
    status: Status
    best: Route | None
    routes: int


def matrix(
    law: Law,
    countries: Sequence[CountryCode],
    measure: Measure,
    *,
    data: DataType | None = None,
    urgent: bool = False,
    stage: Stage = Stage.PRE_TRIAL,
) -> tuple[tuple[Cell, ...], ...]:
    """Rows by requester, columns by requested State; the diagonal is the domestic plan."""
    return tuple(
        tuple(_cell(law, Question(a, b, measure, law.day, data, urgent, stage)) for b in countries) for a in countries
    )


def _cell(law: Law, question: Question) -> Cell:
    found = plan(law, question)
    best = found.routes[0] if found.routes else None
    return Cell(question.requester, question.requested, found.status, best, len(found.routes))
