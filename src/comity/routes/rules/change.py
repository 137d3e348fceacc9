"""What a reform changes: the plans before and after it, route by route."""

from __future__ import annotations

from dataclasses import dataclass

from comity.routes.rules.plan import Plan
from comity.routes.rules.route import RANK, Status


@dataclass(frozen=True, slots=True)
class Change:
    """A route whose status differs; `before` is None for a route that did not exist."""

    key: str
    title: str
    before: Status | None
    after: Status | None

    @property
    def better(self) -> bool:
        return RANK[self.after or Status.CLOSED] < RANK[self.before or Status.CLOSED]


def changes(before: Plan, after: Plan) -> tuple[Change, ...]:
    """The routes that differ between two plans for the same question, in the order of the later plan."""
    old = {route.key: route for route in before.routes}
    new = {route.key: route for route in after.routes}
    found = [
        Change(key, route.title, old[key].status if key in old else None, route.status)
        for key, route in new.items()
        if key not in old or old[key].status is not route.status
    ]
    return (*found, *(Change(key, route.title, route.status, None) for key, route in old.items() if key not in new))
