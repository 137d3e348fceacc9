"""The chain of tickets that a request belongs to: what it follows, and what follows it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime

from comity.casework.models.request import Request
from comity.casework.rules.declaration import Lifecycle
from comity.casework.rules.direction import Direction
from comity.casework.rules.handling.table import ENDED
from comity.casework.rules.registry import kind
from comity.casework.rules.transitions import State

_TOLD = frozenset({State.SENT, State.RECEIVED, State.ACKNOWLEDGED})

MOST = 200
"""Tickets that one chain shows."""

_CHAIN = """
WITH RECURSIVE up AS (
    SELECT id, follows_id FROM casework_request WHERE id = %(id)s
    UNION
    SELECT before.id, before.follows_id FROM casework_request before JOIN up ON before.id = up.follows_id
), down AS (
    SELECT id FROM up WHERE follows_id IS NULL
    UNION
    SELECT after.id FROM casework_request after JOIN down ON after.follows_id = down.id
)
SELECT id FROM down
"""


@dataclass(frozen=True, slots=True)
class ChainLink:
    """One ticket with both sides' references. `follows` is our reference of the one before it; `depth` counts from the
    first. `dispatch_reference` is the number it has with the channel it left by."""

    reference: str
    their_reference: str
    kind: str
    kind_label: str
    direction: Direction
    state: State
    state_label: str
    sent_on: date | None
    received_at: datetime | None
    dispatch_reference: str
    follows: str
    depth: int
    current: bool

    @property
    def open(self) -> bool:
        return self.state not in ENDED

    @property
    def stands(self) -> bool:
        """Whether something still rests on it: it is open, or data are preserved on it. A notice that has left or
        arrived has done its work."""
        declared = kind(self.kind)
        if declared.lifecycle is Lifecycle.NOTICE and self.state in _TOLD:
            return False
        return self.open or (self.state is State.EXECUTED and declared.preserves)


def chain_of(request: Request) -> tuple[ChainLink, ...]:
    """Every ticket of the chain, each after the one it follows. They are all of one case, so who sees one sees all."""
    rows = Request.objects.filter(pk__in=[row.pk for row in Request.objects.raw(_CHAIN, {"id": request.pk})])
    found = list(rows.filter(case_id=request.case_id).defer("plan", "content").order_by("created_at", "id")[:MOST])
    return tuple(_in_order(found, request))


def dependents_of(request: Request) -> tuple[ChainLink, ...]:
    """What follows `request`, directly or not, and still stands: what its end leaves without ground."""
    links = chain_of(request)
    behind = {request.reference}
    for link in links:
        if link.follows in behind:
            behind.add(link.reference)
    return tuple(link for link in links if link.reference in behind and link.stands and not link.current)


def _in_order(rows: Iterable[Request], current: Request) -> Iterable[ChainLink]:
    by_id = {row.pk: row for row in rows}
    after: dict[int | None, list[Request]] = {}
    for row in by_id.values():
        after.setdefault(row.follows_id if row.follows_id in by_id else None, []).append(row)
    waiting = [(row, 0) for row in reversed(after.get(None, []))]
    while waiting:
        row, depth = waiting.pop()
        before = by_id.get(row.follows_id or 0)
        yield _link(row, before.reference if before else "", depth, current)
        waiting.extend((later, depth + 1) for later in reversed(after.get(row.pk, [])))


def _link(row: Request, follows: str, depth: int, current: Request) -> ChainLink:
    state = State(row.state)
    declared = kind(row.kind)
    return ChainLink(
        reference=row.reference,
        their_reference=row.their_reference,
        kind=row.kind,
        kind_label=declared.label,
        direction=Direction(row.direction),
        state=state,
        state_label=state.label,
        sent_on=row.sent_on,
        received_at=row.received_at,
        dispatch_reference=row.sent_reference,
        follows=follows,
        depth=depth,
        current=row.pk == current.pk,
    )
