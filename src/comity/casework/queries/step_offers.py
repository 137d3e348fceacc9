"""The steps that can be taken with a request, each with what it asks: for whoever has no page before them."""

from __future__ import annotations

from dataclasses import dataclass

from comity.casework.queries.handling import StepChoice, step_choices
from comity.casework.queries.step_form import step_fields
from comity.casework.queries.visible import request_of, visible_requests
from comity.casework.rules.fields import FieldSpec
from comity.people.models.user import User
from comity.people.queries.roles import roles_of


@dataclass(frozen=True, slots=True)
class StepOffer:
    """A step, whether it can be taken now, and its form."""

    choice: StepChoice
    fields: tuple[FieldSpec, ...]


def step_offers(user: User, reference: str) -> tuple[StepOffer, ...]:
    """Every step that the request's kind knows in its direction. Raises NotFound, for a hidden request too."""
    request = request_of(visible_requests(user), reference)
    return tuple(
        StepOffer(choice, step_fields(request, choice.step)) for choice in step_choices(request, roles_of(user))
    )
