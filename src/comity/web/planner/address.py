"""The planner's address for what was asked: stable, and as short as it can be. Reads nothing."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any
from urllib.parse import urlencode

from django.urls import reverse

from comity.atlas.rules.measure import Stage
from comity.routes.rules.criteria import Criterion
from comity.routes.rules.question import Question


@dataclass(frozen=True, slots=True)
class Asked:
    """A question, the order of its answer, and the reforms it supposes, by their keys."""

    question: Question
    order: Criterion = Criterion.TIME
    supposed: tuple[str, ...] = ()

    def parameters(self) -> list[tuple[str, str]]:
        """What stands in the address; what goes without saying is left out."""
        question = self.question
        found = [
            ("from", str(question.requester)),
            ("to", str(question.requested)),
            ("measure", question.measure.value),
            ("data", question.data.value if question.data else ""),
            ("at", question.day.isoformat()),
            ("urgent", "on" if question.urgent else ""),
            ("stage", question.stage.value if question.stage is not Stage.PRE_TRIAL else ""),
            ("order", self.order.value if self.order is not Criterion.TIME else ""),
            *(("what_if", key) for key in self.supposed),
        ]
        return [(name, value) for name, value in found if value]

    def address(self, *, more: Mapping[str, str] | None = None, place: str = "") -> str:
        """The planner's page for this; `more` are further parameters, `place` an element on the page."""
        query = urlencode([*self.parameters(), *(more or {}).items()], safe=":,()")
        return f"{reverse('planner')}?{query}{f'#{place}' if place else ''}"

    def supposing(self, *keys: str) -> Asked:
        return replace(self, supposed=keys)

    def simulator(self, *keys: str) -> str:
        """The page that shows what these reforms change on all routes, on the same day."""
        query = urlencode([("reform", key) for key in keys] + [("at", self.question.day.isoformat())], safe=":,=()")
        return f"{reverse('reforms')}?{query}"

    def with_urgency(self) -> Asked:
        return replace(self, question=replace(self.question, urgent=True))

    def turned(self) -> Asked:
        """The same, with the one that was asked asking."""
        asks, asked = self.question.requested, self.question.requester
        return replace(self, question=replace(self.question, requester=asks, requested=asked))


def planner_address(question: Question) -> str:
    """The planner's page for a question."""
    return Asked(question).address()


def with_query(name: str, **values: Any) -> str:
    """The page named `name` with those parameters that have a value."""
    query = urlencode({key: value for key, value in values.items() if value}, safe=":,()")
    return f"{reverse(name)}?{query}" if query else reverse(name)
