"""The plan: every route that the law offers for a question, ordered, each with its reasoning. Proposes; never sends."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from comity.atlas.rules.law import Law
from comity.atlas.rules.packs.channels import Channel
from comity.routes.rules.bond import Bonds
from comity.routes.rules.criteria import Criterion, ordered
from comity.routes.rules.families import assistance, own_side, voluntary
from comity.routes.rules.question import Question
from comity.routes.rules.route import Route, Status


class Plan(NamedTuple):
    """Routes with the best first. The plan's status is the best route's; a plan without a route is closed."""

    question: Question
    routes: tuple[Route, ...]

    @property
    def status(self) -> Status:
        return self.routes[0].status if self.routes else Status.CLOSED

    def route(self, key: str) -> Route:
        """The route named `key`. Raises LookupError with a sentence where the plan has no such route."""
        for route in self.routes:
            if route.key == key:
                return route
        raise LookupError(f"This plan has no route “{key}”. Ask for the plan again: the facts may have changed.")


def plan(law: Law, question: Question, criterion: Criterion = Criterion.TIME) -> Plan:
    """All routes for `question` under `law`. The law must be that of the question's day."""
    return Plan(question, ordered(_routes(law, question), criterion))


def _routes(law: Law, question: Question) -> Iterator[Route]:
    if question.domestic:
        yield from own_side.domestic(law, question)
        return
    bonds = Bonds(law, question.requester, question.requested)
    yield from assistance.assistance(law, question, bonds)
    yield from own_side.own_side(law, question, bonds)
    if question.measure in voluntary.MEASURES and Channel.PROVIDER in law.channels:
        yield voluntary.voluntary(law, question)
