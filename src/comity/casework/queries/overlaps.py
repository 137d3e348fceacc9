"""Where the identifiers of a request occur in others that the reader may see: a duplicate, or a common trace."""

from __future__ import annotations

from dataclasses import dataclass

from django.db.models import Q

from comity.casework.models.request import Request
from comity.casework.models.request_identifier import RequestIdentifier
from comity.casework.queries.visible import visible_requests
from comity.casework.rules.direction import Direction
from comity.casework.rules.named import meet, span_of
from comity.casework.rules.registry import kind
from comity.casework.rules.transitions import State
from comity.kernel.country import CountryCode
from comity.people.models.user import User

MOST = 10
"""Other requests that are shown; more are said to be there."""
_IDENTIFIERS = 20
_CANDIDATES = 200


@dataclass(frozen=True, slots=True)
class Overlap:
    """Another request, and the identifiers that both name. `same_period`: None where one of them gives none;
    `duplicate`: it goes the same way, to the same country, is of the same kind and not over."""

    reference: str
    case_title: str
    kind_label: str
    state: State
    direction: Direction
    counterpart: str
    counterpart_name: str
    identifiers: tuple[str, ...]
    same_period: bool | None
    same_case: bool
    duplicate: bool


@dataclass(frozen=True, slots=True)
class Overlaps:
    """The newest `MOST`; `more` where there are others."""

    shown: tuple[Overlap, ...]
    more: bool

    @property
    def duplicates(self) -> tuple[Overlap, ...]:
        return tuple(one for one in self.shown if one.duplicate)


def overlaps_of(user: User, request: Request) -> Overlaps:
    """In three queries, however often an identifier occurs."""
    own = RequestIdentifier.objects.filter(request=request).values_list("type", "value")[:_IDENTIFIERS]
    pairs = list(own)
    if not pairs:
        return Overlaps((), more=False)
    shared: dict[int, list[str]] = {}
    for key, value in _elsewhere(request, pairs):
        shared.setdefault(key, []).append(value)
    rows = list(
        visible_requests(user)
        .filter(pk__in=shared)
        .exclude(pk=request.pk)
        .select_related("case")
        .defer("plan")
        .order_by("-pk")[: MOST + 1]
    )
    found = tuple(_overlap(request, row, tuple(sorted(set(shared[row.pk])))) for row in rows[:MOST])
    return Overlaps(found, more=len(rows) > MOST)


def _elsewhere(request: Request, pairs: list[tuple[str, str]]) -> list[tuple[int, str]]:
    wanted = Q(pk__in=())
    for type_, value in pairs:
        wanted |= Q(type=type_, value=value)
    rows = RequestIdentifier.objects.filter(wanted).exclude(request=request).order_by("-request_id")
    return list(rows.values_list("request_id", "value")[:_CANDIDATES])


def _overlap(request: Request, other: Request, identifiers: tuple[str, ...]) -> Overlap:
    state = State(other.state)
    ours, theirs = kind(request.kind), kind(other.kind)
    return Overlap(
        reference=other.reference,
        case_title=other.case.title,
        kind_label=theirs.label,
        state=state,
        direction=Direction(other.direction),
        counterpart=other.counterpart,
        counterpart_name=CountryCode(other.counterpart).english_name if other.counterpart else "",
        identifiers=identifiers,
        same_period=meet(span_of(ours, request.content), span_of(theirs, other.content)),
        same_case=other.case_id == request.case_id,
        duplicate=_alike(request, other),
    )


def _alike(request: Request, other: Request) -> bool:
    return (
        (request.kind, request.direction, request.counterpart) == (other.kind, other.direction, other.counterpart)
        and other.state not in {State.REFUSED, State.WITHDRAWN}
        and request.follows_id != other.pk
        and other.follows_id != request.pk
    )
