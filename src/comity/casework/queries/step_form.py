"""The form of a step with a request: its fields, with the grounds of the instrument that this request rests on."""

from __future__ import annotations

from dataclasses import replace
from zoneinfo import ZoneInfo

from comity.atlas.queries.grounds import GroundView, grounds_in
from comity.atlas.queries.snapshot import node_snapshot
from comity.atlas.rules.packs.instrument import Act
from comity.atlas.rules.snapshot import Snapshot
from comity.casework.models.request import Request
from comity.casework.queries.footing import cited_by_steps, instrument_of
from comity.casework.rules.declaration import Addressee
from comity.casework.rules.direction import Direction
from comity.casework.rules.fields import Choice, FieldSpec
from comity.casework.rules.handling.cited import cited
from comity.casework.rules.handling.fields import fields_of
from comity.casework.rules.handling.table import Step
from comity.casework.rules.registry import kind
from comity.kernel import clock


def step_fields(request: Request, step: Step) -> tuple[FieldSpec, ...]:
    """The fields of `step`; for refusing and postponing, with the closed list of the kind's articles."""
    instrument = cited_by_steps(request)
    fields = fields_of(step, grounds_of(request, step), closed=kind(request.kind).addressee is Addressee.AUTHORITY)
    return tuple(replace(spec, article=cited(spec.article, instrument)) for spec in fields)


def grounds_of(request: Request, step: Step) -> tuple[Choice, ...]:
    """The grounds on which this request can be refused or postponed; none for other steps.

    They are those of the instrument that it rests on. Where that is not known, or the kind names no grounds of it, all
    that the kind names are offered; each then says which instrument it is from.

    What the other side may rest on is recorded as it says. We ourselves rest on a ground that wants a reservation only
    where the law on this node knows that our country made it.
    """
    declared = kind(request.kind)
    names, act = {
        Step.REFUSE: (declared.refusal, Act.REFUSE),
        Step.POSTPONE: (declared.postponement, Act.POSTPONE),
    }.get(step, ((), None))
    if not names:
        return ()
    snapshot = node_snapshot()
    offered = tuple(
        ground
        for ground in grounds_in(snapshot, _of_instrument(names, instrument_of(request, snapshot)))
        if ground.act is act and (request.direction == Direction.OUTGOING or _open_to_us(ground, request, snapshot))
    )
    own = all(ground.of in _own(request) for ground in offered)
    return tuple(Choice(ground.id, ground.label if own else ground.full_label) for ground in offered)


def _own(request: Request) -> frozenset[str]:
    return kind(request.kind).instruments


def _of_instrument(names: tuple[str, ...], instrument: str) -> tuple[str, ...]:
    return tuple(name for name in names if name.partition(":")[0] == instrument) or names


def _open_to_us(ground: GroundView, request: Request, snapshot: Snapshot) -> bool:
    if not ground.reserved:
        return True
    law = snapshot.on(clock.today(ZoneInfo(request.requested_zone)))
    made = law.statements(ground.of, request.requested_country)
    return any(statement.article == ground.article for statement in made)
