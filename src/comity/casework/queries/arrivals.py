"""What arrived: one's own that are not registered yet or were set aside, and the one that a request came from."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from django.core.exceptions import ValidationError
from django.db.models import Count, QuerySet

from comity.casework.models.arrival import Arrival
from comity.casework.models.request import Request
from comity.casework.queries.visible import request_of, visible_requests
from comity.casework.rules.arrival.reading import Reading
from comity.casework.rules.arrival.setting_aside import Ground
from comity.casework.rules.refusal import NotFound
from comity.people.models.user import User

MOST = 25


@dataclass(frozen=True, slots=True)
class SetAside:
    """When (UTC), by whom and why something was set aside."""

    at: datetime
    by: str
    ground: str
    reason: str

    @property
    def label(self) -> str:
        return Ground(self.ground).label


@dataclass(frozen=True, slots=True)
class ArrivalView:
    """A file that arrived, without its bytes. `request` is the reference that it became; empty before. `set_aside` is
    None where it was not."""

    id: UUID
    kept_at: datetime
    kept_by: str
    name: str
    size: int
    digest: str
    reading: Reading
    kind: str
    content: Mapping[str, Any]
    answers: Mapping[str, str]
    request: str
    set_aside: SetAside | None


def own_arrival(arrivals: QuerySet[Arrival], user: User, identity: UUID | str) -> Arrival:
    """The user's own one of `arrivals`. Raises NotFound, for somebody else's too."""
    try:
        found = arrivals.filter(kept_by=user, pk=identity).first()
    except ValidationError:  # not a UUID at all
        found = None
    if found is None:
        raise NotFound("file")
    return found


def arrival_page(user: User, identity: UUID) -> ArrivalView:
    """One's own, registered or not. Raises NotFound."""
    rows = Arrival.objects.defer("content").select_related("kept_by", "request", "set_aside_by")
    return _view(own_arrival(rows, user, identity))


def open_arrivals(user: User) -> tuple[ArrivalView, ...]:
    """One's own that wait to be registered, the newest first."""
    return _newest(_unregistered(user, aside=False))


def aside_arrivals(user: User) -> tuple[ArrivalView, ...]:
    """One's own that were set aside, the newest first."""
    return _newest(_unregistered(user, aside=True))


def count_arrivals(user: User) -> tuple[int, int]:
    """How many of one's own wait to be registered, and how many were set aside. One query."""
    rows = Arrival.objects.filter(kept_by=user, request=None)
    found = rows.aggregate(every=Count("pk"), aside=Count("set_aside_at"))
    return found["every"] - found["aside"], found["aside"]


def reading_of(request: Request) -> Reading | None:
    """What the file says that this request came from; None where it was registered without."""
    kept = Arrival.objects.filter(request=request).values_list("reading", flat=True).first()
    return Reading.from_json(kept) if kept else None


def arrival_of(user: User, reference: str) -> ArrivalView | None:
    """What the request came from; None where it was registered without. Raises NotFound for a request not seen."""
    request = request_of(visible_requests(user).only("pk"), reference)
    rows = Arrival.objects.filter(request=request).defer("content")
    row = rows.select_related("kept_by", "request", "set_aside_by").first()
    return _view(row) if row else None


def arrived_file(user: User, reference: str) -> bytes:
    """The file that the request came from, as it came. Raises NotFound where there is none, or none to see."""
    request = request_of(visible_requests(user).only("pk"), reference)
    content = Arrival.objects.filter(request=request, size__gt=0).values_list("content", flat=True).first()
    if content is None:
        raise NotFound("file")
    return bytes(content)


def _unregistered(user: User, *, aside: bool) -> QuerySet[Arrival]:
    return Arrival.objects.filter(kept_by=user, request=None, set_aside_at__isnull=not aside)


def _newest(rows: QuerySet[Arrival]) -> tuple[ArrivalView, ...]:
    found = rows.defer("content").select_related("kept_by", "set_aside_by").order_by("-kept_at")
    return tuple(_view(row) for row in found[:MOST])


def _view(row: Arrival) -> ArrivalView:
    return ArrivalView(
        id=row.id,
        kept_at=row.kept_at,
        kept_by=row.kept_by.display_name,
        name=row.name,
        size=row.size,
        digest=row.digest,
        reading=Reading.from_json(row.reading),
        kind=row.typed["kind"],
        content=row.typed["content"],
        answers=row.typed["answers"],
        request=row.request.reference if row.request else "",
        set_aside=_set_aside(row),
    )


def _set_aside(row: Arrival) -> SetAside | None:
    if row.set_aside_at is None or row.set_aside_by is None:
        return None
    return SetAside(row.set_aside_at, row.set_aside_by.display_name, row.set_aside_ground, row.set_aside_reason)
