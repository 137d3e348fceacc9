"""The requests that a user may see, last changed first, page by page: for programs that read the list to its end."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from django.db.models import Q, QuerySet

from comity.casework.models.request import Request
from comity.casework.queries.place import Place
from comity.casework.queries.request_line import RequestLine, request_line, with_line
from comity.casework.queries.visible import visible_requests
from comity.casework.rules.direction import Direction
from comity.casework.rules.transitions import State
from comity.people.models.user import User


@dataclass(frozen=True, slots=True, kw_only=True)
class Wanted:
    """Which requests: those that fit all that is given. `country` is the other side's, `case` a reference."""

    state: State | None = None
    kind: str = ""
    direction: Direction | None = None
    country: str = ""
    case: str = ""
    text: str = ""
    changed_since: datetime | None = None


@dataclass(frozen=True, slots=True)
class RequestFeed:
    """One page; `next` is where the one after begins, None at the end."""

    lines: tuple[RequestLine, ...]
    next: Place | None


def request_feed(user: User, wanted: Wanted, *, after: Place | None = None, limit: int = 25) -> RequestFeed:
    """Up to `limit` requests after the place `after`, in two queries. A row changed meanwhile moves to the front."""
    chosen = _chosen(visible_requests(user), wanted)
    if after:
        chosen = chosen.filter(after.after("changed_at"))
    rows = list(with_line(chosen).order_by("-changed_at", "-id")[: limit + 1])
    last = rows[limit - 1] if len(rows) > limit else None
    return RequestFeed(
        tuple(request_line(row) for row in rows[:limit]), Place(last.changed_at, last.pk) if last else None
    )


def _chosen(rows: QuerySet[Request], wanted: Wanted) -> QuerySet[Request]:
    if wanted.state:
        rows = rows.filter(state=wanted.state.value)
    if wanted.kind:
        rows = rows.filter(kind=wanted.kind)
    if wanted.country:
        rows = rows.filter(counterpart=wanted.country.upper())
    if wanted.direction:
        rows = rows.filter(direction=wanted.direction.value)
    if wanted.case:
        rows = rows.filter(case__reference=wanted.case.strip().upper()[:30])
    if wanted.text.strip():
        rows = rows.filter(_mentions(wanted.text.strip()))
    if wanted.changed_since:
        rows = rows.filter(changed_at__gte=wanted.changed_since)
    return rows


def _mentions(text: str) -> Q:
    return Q(reference__istartswith=text) | Q(case__title__icontains=text)
