"""A request as one line of a list."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from django.db.models import Prefetch, QuerySet

from comity.casework.models.request import Request
from comity.casework.models.request_clock import RequestClock
from comity.casework.queries.clock_view import ClockView, clock_of
from comity.casework.rules.clocks.clock import ClockState
from comity.casework.rules.direction import Direction
from comity.casework.rules.registry import kind
from comity.casework.rules.transitions import State
from comity.kernel import clock
from comity.kernel.country import CountryCode


@dataclass(frozen=True, slots=True)
class RequestLine:
    """`requested_authority` is empty while the draft names none; `changed_at` is in UTC. `counterpart` is the country
    of the other side, `their_reference` its number."""

    reference: str
    case_reference: str
    case_title: str
    kind: str
    kind_label: str
    state: State
    state_label: str
    requested_country: str
    requested_name: str
    requested_authority: str
    urgent: bool
    changed_at: datetime
    changed_by: str
    clock: ClockView | None
    direction: Direction
    counterpart: str
    counterpart_name: str
    counterpart_in_sentence: str
    their_reference: str

    @property
    def incoming(self) -> bool:
        return self.direction is Direction.INCOMING


def with_line(requests: QuerySet[Request]) -> QuerySet[Request]:
    """What `request_line` reads: the rows in one query, their clocks that run in a second."""
    running = RequestClock.objects.filter(state=ClockState.RUNNING.value)
    return requests.select_related("case", "changed_by").defer("plan").prefetch_related(Prefetch("clocks", running))


def request_line(request: Request, *, shown: ClockView | None = None) -> RequestLine:
    """The line; no further query if the row comes from `with_line`. `shown` is the clock it shows, if one is chosen."""
    authority = request.content.get(kind(request.kind).asked)
    return RequestLine(
        reference=request.reference,
        case_reference=request.case.reference,
        case_title=request.case.title,
        kind=request.kind,
        kind_label=kind(request.kind).label,
        state=State(request.state),
        state_label=State(request.state).label,
        requested_country=request.requested_country,
        requested_name=CountryCode(request.requested_country).english_name,
        requested_authority=authority.strip() if isinstance(authority, str) else "",
        urgent=kind(request.kind).emergency or request.content.get("urgency") == "urgent",
        changed_at=request.changed_at,
        changed_by=request.changed_by.display_name,
        clock=shown or clock_of(request, clock.now()),
        direction=Direction(request.direction),
        counterpart=request.counterpart,
        counterpart_name=CountryCode(request.counterpart).english_name if request.counterpart else "",
        counterpart_in_sentence=CountryCode(request.counterpart).in_sentence if request.counterpart else "",
        their_reference=request.their_reference,
    )
