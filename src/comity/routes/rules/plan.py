"""The plan: every route that the law offers for a question, ordered, each with its reasoning. Proposes; never sends."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from comity.atlas.rules.law import Law
from comity.atlas.rules.measure import Measure
from comity.atlas.rules.packs.channels import Channel
from comity.atlas.rules.packs.instrument import Basis
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
    data, bonds = question.data_asked, Bonds(law, question.requester, question.requested)
    for instrument, basis, channel in _offers(law, question.measure):
        if data is not None and data not in basis.data:
            continue
        if channel in own_side.CHANNELS:
            if question.domestic == (channel is Channel.DOMESTIC):
                yield own_side.own_side(law, question, bonds, instrument, basis, channel)
        elif not question.domestic:
            yield assistance.assistance(law, question, bonds, instrument, basis, channel)
    if question.measure in voluntary.MEASURES and not question.domestic and Channel.PROVIDER in law.channels:
        yield voluntary.voluntary(law, question)


def _offers(law: Law, measure: Measure) -> list[tuple[str, Basis, Channel]]:
    """What the instruments offer for `measure`, on each channel; remembered with the law."""
    key = ("offers", measure)
    if key not in law.remembered:
        law.remembered[key] = [
            (name, basis, channel)
            for name, pack in law.instruments.items()
            for basis in pack.instrument.bases
            if basis.measure is measure
            for channel in basis.channels
        ]
    offers: list[tuple[str, Basis, Channel]] = law.remembered[key]
    return offers
