"""Which of the steps that are possible comes next: the one button of a request's page. The rest are its menu."""

from __future__ import annotations

from collections.abc import Collection

from comity.casework.rules.direction import Direction
from comity.casework.rules.handling.table import Step, Ticket
from comity.casework.rules.transitions import State

_ANSWERS = (Step.PRESERVE, Step.EXECUTE)
_BY_STATE: dict[State, tuple[Step, ...]] = {
    State.SENT: (Step.ACKNOWLEDGE, *_ANSWERS),
    State.RECEIVED: (Step.ACKNOWLEDGE, *_ANSWERS),
    State.ACKNOWLEDGED: _ANSWERS,
    State.MORE_NEEDED: (Step.COMPLETE,),
    State.IN_CONSULTATION: (Step.RESUME,),
    State.POSTPONED: (Step.RESUME,),
    State.FORWARDED: _ANSWERS,
}


def next_step(ticket: Ticket, possible: Collection[Step]) -> Step | None:
    """The step that `ticket` waits for, among those `possible` for this user; None where it waits for nobody here.

    Where a disclosure needs a call-back first, that comes before the answer, and on an incoming request before all. An
    order is served on its provider before there is an answer.
    """
    wanted = _BY_STATE.get(ticket.state, ())
    if ticket.serves and not ticket.served:
        wanted = tuple(each for step in wanted for each in ((Step.SERVE, step) if step in _ANSWERS else (step,)))
    if ticket.call_back_missing and ticket.direction is Direction.INCOMING:
        wanted = tuple(step for step in (*wanted[:1], Step.CALL_BACK) if step not in _ANSWERS)
    return next((step for step in wanted if step in possible), None)
