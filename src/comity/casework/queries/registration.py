"""As which kind, and by which channel, an incoming request was registered; corrections included."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from comity.casework.models.request import Request
from comity.casework.queries.arrivals import reading_of
from comity.casework.queries.visible import request_of, visible_requests
from comity.casework.rules.arrival.events import RegistrationCorrected
from comity.casework.rules.arrival.reading import Medium
from comity.casework.rules.arrival.registered_as import why_not_kind
from comity.casework.rules.direction import Direction
from comity.casework.rules.events import request_subject
from comity.casework.rules.handling.events import RequestRegistered
from comity.casework.rules.registry import kind, kinds
from comity.casework.rules.transitions import State
from comity.ledger.queries.entries import entries_about
from comity.ledger.rules.entry import EntryView
from comity.people.models.user import User


@dataclass(frozen=True, slots=True)
class Registration:
    """`kind_locked`: a file gives the kind. `in_chain`: it follows a ticket, or one follows it."""

    reference: str
    kind: str
    kind_label: str
    counterpart: str
    channel: str
    version: int
    kind_locked: bool
    in_chain: bool
    why_not_kind: str

    @property
    def choices(self) -> tuple[tuple[str, str], ...]:
        """Names and labels of the kinds, by their labels."""
        return tuple(sorted(((each.name, each.label) for each in kinds().values()), key=lambda pair: pair[1]))


def registration(user: User, reference: str) -> Registration:
    """Raises NotFound, for a hidden request and one of our own too."""
    rows = visible_requests(user).filter(direction=Direction.INCOMING.value)
    return registration_of(request_of(rows, reference))


def registration_of(request: Request) -> Registration:
    """Of a request that arrived."""
    reading = reading_of(request)
    locked = bool(reading and reading.medium is not Medium.TYPED and reading.kind == request.kind)
    chained = request.follows_id is not None or Request.objects.filter(follows=request).exists()
    return Registration(
        reference=request.reference,
        kind=request.kind,
        kind_label=kind(request.kind).label,
        counterpart=request.counterpart,
        channel=_channel(entries_about(request_subject(request.reference))),
        version=request.version,
        kind_locked=locked,
        in_chain=chained,
        why_not_kind=why_not_kind(State(request.state), None, kind_locked=locked, in_chain=chained),
    )


def _channel(entries: Iterable[EntryView]) -> str:
    told = [entry for entry in entries if entry.name in {RequestRegistered.name, RegistrationCorrected.name}]
    return str(told[-1].payload.get("channel", "")) if told else ""
