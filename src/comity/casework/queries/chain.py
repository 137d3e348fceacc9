"""The chain of tickets that a request belongs to: what it follows, and what follows it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from django.db.models import Q

from comity.casework.models.request import Request
from comity.casework.rules.registry import kind
from comity.casework.rules.transitions import State


@dataclass(frozen=True, slots=True)
class ChainLink:
    """One ticket. `dispatch_reference` is the number it has with the channel it left by."""

    reference: str
    kind_label: str
    state: State
    state_label: str
    sent_on: date | None
    dispatch_reference: str
    current: bool


def chain_of(request: Request) -> tuple[ChainLink, ...]:
    """Requests of the same case that this one follows, itself, and those that follow it, oldest first."""
    earlier = request.content.get("previous_reference")
    own = [request.reference, *filter(None, [request.sent_reference])]
    linked = Q(content__previous_reference__in=own)
    if isinstance(earlier, str) and earlier.strip():
        linked |= Q(reference=earlier.strip()) | Q(sent_reference=earlier.strip())
    rows = Request.objects.filter(linked | Q(pk=request.pk), case_id=request.case_id).defer("plan", "content")
    return tuple(_link(row, request) for row in rows.order_by("created_at", "id"))


def _link(row: Request, current: Request) -> ChainLink:
    state = State(row.state)
    return ChainLink(
        reference=row.reference,
        kind_label=kind(row.kind).label,
        state=state,
        state_label=state.label,
        sent_on=row.sent_on,
        dispatch_reference=row.sent_reference,
        current=row.pk == current.pk,
    )
