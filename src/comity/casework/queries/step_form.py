"""The form of a step with a request: its fields, with the grounds that the law allows for this request."""

from __future__ import annotations

from zoneinfo import ZoneInfo

from comity.atlas.queries.grounds import GroundView, grounds
from comity.atlas.queries.snapshot import node_snapshot
from comity.atlas.rules.packs.instrument import Act
from comity.casework.models.request import Request
from comity.casework.rules.direction import Direction
from comity.casework.rules.fields import Choice, FieldSpec
from comity.casework.rules.handling.fields import fields_of
from comity.casework.rules.handling.table import Step
from comity.casework.rules.registry import kind
from comity.kernel import clock


def step_fields(request: Request, step: Step) -> tuple[FieldSpec, ...]:
    """The fields of `step`; for refusing and postponing, with the closed list of the kind's articles."""
    return fields_of(step, grounds_of(request, step))


def grounds_of(request: Request, step: Step) -> tuple[Choice, ...]:
    """The grounds on which this request can be refused or postponed; none for other steps.

    What the other side may rest on is recorded as it says. We ourselves rest on a ground that wants a reservation only
    where the law on this node knows that our country made it.
    """
    declared = kind(request.kind)
    names, act = {
        Step.REFUSE: (declared.refusal, Act.REFUSE),
        Step.POSTPONE: (declared.postponement, Act.POSTPONE),
    }.get(step, ((), None))
    return tuple(
        Choice(ground.id, ground.label)
        for ground in grounds(names)
        if ground.act is act and (request.direction == Direction.OUTGOING or _open_to_us(ground, request))
    )


def _open_to_us(ground: GroundView, request: Request) -> bool:
    if not ground.reserved:
        return True
    law = node_snapshot().on(clock.today(ZoneInfo(request.requested_zone)))
    made = law.statements(ground.id.partition(":")[0], request.requested_country)
    return any(statement.article == ground.article for statement in made)
