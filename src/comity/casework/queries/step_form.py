"""The form of a step with a request: its fields, with the grounds that the law allows for this request."""

from __future__ import annotations

from comity.atlas.queries.grounds import grounds
from comity.casework.models.request import Request
from comity.casework.rules.fields import Choice, FieldSpec
from comity.casework.rules.handling import Step
from comity.casework.rules.registry import kind
from comity.casework.rules.step_fields import fields_of


def step_fields(request: Request, step: Step) -> tuple[FieldSpec, ...]:
    """The fields of `step`; for refusing and postponing, with the closed list of the kind's articles."""
    return fields_of(step, grounds_of(request, step))


def grounds_of(request: Request, step: Step) -> tuple[Choice, ...]:
    """The grounds on which this request can be refused or postponed; none for other steps."""
    declared = kind(request.kind)
    names = {Step.REFUSE: declared.refusal, Step.POSTPONE: declared.postponement}.get(step, ())
    return tuple(Choice(ground.id, ground.label) for ground in grounds(names))
