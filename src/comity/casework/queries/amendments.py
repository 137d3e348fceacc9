"""What was typed in of an incoming request, as a form corrects it, and what stood before each correction."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from comity.casework.models.amendment import Amendment
from comity.casework.models.request import Request
from comity.casework.queries.arrivals import reading_of
from comity.casework.queries.visible import request_of, visible_requests
from comity.casework.rules.arrival.typed_here import NUMBER, number_from_file, read_from_file, said_where
from comity.casework.rules.declaration import Kind
from comity.casework.rules.direction import Direction
from comity.casework.rules.refusal import NotFound
from comity.casework.rules.registry import kind
from comity.people.models.user import User
from comity.people.queries.roles import roles_of
from comity.people.rules.roles import Role

AMENDERS = frozenset({Role.DRAFTER, Role.DUTY_OFFICER})


@dataclass(frozen=True, slots=True)
class Amendable:
    """`locked` are the fields that say what the file says, `where` that file in words; these stay as they are."""

    reference: str
    kind: Kind
    counterpart: str
    received_at: datetime
    version: int
    content: Mapping[str, Any]
    their_reference: str
    locked: frozenset[str]
    number_locked: bool
    where: str


@dataclass(frozen=True, slots=True)
class AmendmentView:
    """One correction: when (UTC), by whom, why, and the fields that changed as they stood before."""

    version: int
    at: datetime
    by: str
    reason: str
    before: Mapping[str, Any]
    number_before: str | None


@dataclass(frozen=True, slots=True)
class Amendments:
    """The corrections, the latest first; `may` tells whether this user can make another."""

    every: tuple[AmendmentView, ...]
    may: bool


def amendable(user: User, reference: str) -> Amendable:
    """Raises NotFound, for a hidden request and one of our own too: of that nothing was typed in here."""
    request = request_of(visible_requests(user).filter(direction=Direction.INCOMING.value), reference)
    if request.received_at is None:
        raise NotFound("request")
    declared, reading = kind(request.kind), reading_of(request)
    return Amendable(
        reference=request.reference,
        kind=declared,
        counterpart=request.counterpart,
        received_at=request.received_at,
        version=request.version,
        content=request.content,
        their_reference=request.their_reference,
        locked=read_from_file(declared, request.content, reading),
        number_locked=number_from_file(request.their_reference, reading),
        where=said_where(reading),
    )


def amendments_of(user: User, reference: str) -> Amendments:
    """Raises NotFound, for a hidden request too."""
    request = request_of(visible_requests(user).only("pk", "direction"), reference)
    return Amendments(_every(request), request.direction == Direction.INCOMING and bool(roles_of(user) & AMENDERS))


def _every(request: Request) -> tuple[AmendmentView, ...]:
    return tuple(
        AmendmentView(
            version=row.version,
            at=row.at,
            by=row.by.display_name,
            reason=row.reason,
            before={name: value for name, value in row.before.items() if name != NUMBER},
            number_before=row.before.get(NUMBER),
        )
        for row in Amendment.objects.filter(request=request).select_related("by").order_by("-version")
    )
