"""What the table of handling needs to know of a request, and which steps a user can take with it now."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from comity.casework.models.request import Request
from comity.casework.queries.footing import cited_by_steps
from comity.casework.rules.declaration import Kind, Lifecycle
from comity.casework.rules.direction import Direction
from comity.casework.rules.events import request_subject
from comity.casework.rules.handling.cited import cited
from comity.casework.rules.handling.events import CallBackMade, RequestServed
from comity.casework.rules.handling.fields import VERIFIED
from comity.casework.rules.handling.table import TABLE, Step, Ticket, article_of, known, why_not_step
from comity.casework.rules.registry import kind
from comity.casework.rules.transitions import State
from comity.ledger.queries.entries import entries_about
from comity.ledger.rules.entry import EntryView
from comity.people.rules.roles import Role


@dataclass(frozen=True, slots=True)
class StepChoice:
    """A step that this kind of request knows; `why_not` is empty where this user can take it now."""

    step: Step
    label: str
    article: str
    why_not: str

    @property
    def possible(self) -> bool:
        return not self.why_not


def ticket_of(request: Request, entries: Iterable[EntryView] | None = None) -> Ticket:
    """The request as the table sees it. Reads the ledger only where the kind discloses after a call-back, or is an
    order to be served, and only where `entries` about it are not given."""
    declared = kind(request.kind)
    direction = Direction(request.direction)
    return Ticket(
        state=State(request.state),
        direction=direction,
        preserves=declared.preserves,
        expects_answer=declared.lifecycle is Lifecycle.REQUEST,
        call_back_missing=direction is Direction.INCOMING and _unverified(declared, request, entries),
        serves=declared.serves,
        served=declared.serves and any(entry.name == RequestServed.name for entry in _about(request, entries)),
        postponable=bool(declared.postponement),
    )


def step_choices(
    request: Request, roles: frozenset[Role], entries: Iterable[EntryView] | None = None
) -> tuple[StepChoice, ...]:
    """Every step that its kind knows in its direction, in the order of the table."""
    ticket = ticket_of(request, entries)
    instrument = cited_by_steps(request)
    return tuple(
        StepChoice(
            step,
            TABLE[step].label(ticket.direction),
            cited(article_of(step, preserves=ticket.preserves), instrument),
            why_not_step(step, ticket, roles),
        )
        for step in Step
        if known(step, ticket)
    )


def _unverified(declared: Kind, request: Request, entries: Iterable[EntryView] | None) -> bool:
    if not declared.needs_call_back:
        return False
    calls = [entry for entry in _about(request, entries) if entry.name == CallBackMade.name]
    return not calls or calls[-1].payload["said"].get("result") != VERIFIED


def _about(request: Request, entries: Iterable[EntryView] | None) -> Iterable[EntryView]:
    return entries_about(request_subject(request.reference)) if entries is None else entries
