"""The kind of a request as this request's form offers it: an answer gives the grounds of what it answers."""

from __future__ import annotations

from comity.casework.models.request import Request
from comity.casework.queries.step_form import grounds_of
from comity.casework.rules.blocks.grounds import POSTPONEMENT_GROUND, REFUSAL_GROUND
from comity.casework.rules.declaration import Kind
from comity.casework.rules.direction import Direction
from comity.casework.rules.fields import Choice
from comity.casework.rules.handling.fields import NO_GROUND
from comity.casework.rules.handling.table import Step
from comity.casework.rules.registry import kind


def offered_kind(request: Request) -> Kind:
    """Its kind; where it is our refusal or postponement, with the closed lists of the request that it answers.

    What arrived is recorded as it says, whatever it rests on. Reads the request that is answered.
    """
    declared = kind(request.kind)
    if request.direction == Direction.INCOMING or REFUSAL_GROUND not in declared.fields:
        return declared
    asked = _answered(request)
    if asked is None:
        return declared
    return declared.offering(
        {
            REFUSAL_GROUND: _offered(declared, REFUSAL_GROUND, grounds_of(asked, Step.REFUSE)),
            POSTPONEMENT_GROUND: _offered(declared, POSTPONEMENT_GROUND, grounds_of(asked, Step.POSTPONE)),
        }
    )


def _answered(request: Request) -> Request | None:
    """The request that it answers, past what only added to that; None where no closed list is known for it."""
    before = request.follows
    while before is not None and not kind(before.kind).refusal:
        before = before.follows
    return before


def _offered(declared: Kind, field: str, grounds: tuple[Choice, ...]) -> tuple[Choice, ...]:
    """In the words of the letter, as far as it has any for a ground."""
    words = {choice.value: choice for choice in declared.fields[field].choices}
    return tuple(words.get(ground.value, ground) for ground in grounds) or (NO_GROUND,)
