"""Steps with a request that has left or arrived: which there are, what each asks, and taking one."""

from __future__ import annotations

from typing import Annotated, Any

from django.http import HttpRequest, HttpResponse
from ninja import Path, Router, Schema
from pydantic import Field

from comity.api.answers import CHANGES, answers
from comity.api.bearer import DECIDE, READ, caller
from comity.api.once import IDEMPOTENCY_KEY, Done, once
from comity.api.resources.lines import Reference
from comity.api.resources.standing import Standing, stands
from comity.api.values import Moment, Sent
from comity.api.versioned import etag
from comity.casework.actions.take_step import take_step
from comity.casework.queries.step_offers import step_offers
from comity.casework.rules.fields import FieldSpec
from comity.casework.rules.handling.table import Step

router = Router(tags=["Handling"])


class StepField(Schema):
    """One thing that the step asks for."""

    name: str
    label: str
    help: str
    article: str
    shape: str
    need: str
    choices: dict[str, str]


class Offer(Schema):
    """A step that this kind of request knows; `why_not` is empty where the token's user can take it now."""

    step: Step
    label: str
    article: str
    why_not: str
    fields: list[StepField]


class Taken(Sent):
    """The answers to what the step asks, and when it happened: now, if not given."""

    answers: dict[str, Any] = Field({}, description="By the names of the step's fields.")
    happened_at: Moment | None = None


@router.get(
    "/requests/{reference}/steps", auth=READ, response=answers(list[Offer], 404), summary="Which steps there are"
)
def list_steps(request: HttpRequest, reference: Reference) -> list[Offer]:
    """On an incoming request they are ours; on an outgoing one, we record that the other side took them."""
    return [
        Offer(
            step=offer.choice.step,
            label=offer.choice.label,
            article=offer.choice.article,
            why_not=offer.choice.why_not,
            fields=[_field(spec) for spec in offer.fields],
        )
        for offer in step_offers(caller(request), reference)
    ]


@router.post(
    "/requests/{reference}/steps/{step}",
    auth=DECIDE,
    response=answers(Standing, 404, *CHANGES),
    openapi_extra={"parameters": [IDEMPOTENCY_KEY]},
    summary="Take a step",
)
def take(request: HttpRequest, reference: Reference, step: Annotated[Step, Path(...)], body: Taken) -> HttpResponse:
    """Records the step; the clocks follow. Refusing and postponing need a ground of the article's closed list."""
    user = caller(request)

    def act() -> Done:
        take_step(reference, step, body.answers, happened_at=body.happened_at, by=user)
        standing = stands(user, reference)
        return Done(200, standing, {"ETag": etag(standing.version)})

    return once(request, act)


def _field(spec: FieldSpec) -> StepField:
    return StepField(
        name=spec.name,
        label=spec.label,
        help=spec.help,
        article=spec.article,
        shape=spec.shape.value,
        need=spec.requirement.need.value,
        choices={choice.value: choice.label for choice in spec.choices},
    )
