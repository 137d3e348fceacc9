"""What a notice that was sent or arrived makes one record on the request that it follows."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from comity.casework.models.request import Request
from comity.casework.queries.conditions import Condition
from comity.casework.queries.handling import ticket_of
from comity.casework.rules.direction import Direction
from comity.casework.rules.handling.suggested_step import suggested_steps
from comity.casework.rules.handling.table import TABLE, Step, why_not_step
from comity.casework.rules.transitions import State
from comity.people.rules.roles import Role


@dataclass(frozen=True, slots=True)
class SuggestedStep:
    """A step with the request `reference`, its button, and what the notice answers in its form."""

    reference: str
    step: Step
    label: str
    answers: Mapping[str, Any]


def suggestions_of(
    request: Request, roles: frozenset[Role], conditions: Sequence[Condition] = ()
) -> tuple[SuggestedStep, ...]:
    """The steps that are possible now; none where `request` follows nothing, or has not been sent or received."""
    before = request.follows
    offered = suggested_steps(request.kind, request.content) if before else ()
    if before is None or not offered or State(request.state) not in _TRAVELLED:
        return ()
    ticket = ticket_of(before)
    noted = {condition.text for condition in conditions}
    return tuple(
        SuggestedStep(before.reference, each.step, TABLE[each.step].label(Direction(before.direction)), each.answers)
        for each in offered
        if not why_not_step(each.step, ticket, roles) and each.answers.get("condition") not in noted
    )


_TRAVELLED = frozenset({State.SENT, State.RECEIVED, State.ACKNOWLEDGED})
