"""What arrived: one's own that are not registered yet, and the one that a request came from."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from django.core.exceptions import ValidationError
from django.db.models import QuerySet

from comity.casework.models.arrival import Arrival
from comity.casework.queries.visible import request_of, visible_requests
from comity.casework.rules.arrival.reading import Reading
from comity.casework.rules.refusal import NotFound
from comity.people.models.user import User

MOST = 25


@dataclass(frozen=True, slots=True)
class ArrivalView:
    """A file that arrived, without its bytes. `request` is the reference that it became; empty before."""

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
    return _view(own_arrival(Arrival.objects.defer("content").select_related("kept_by", "request"), user, identity))


def open_arrivals(user: User) -> tuple[ArrivalView, ...]:
    """One's own that are not registered yet, the newest first."""
    rows = Arrival.objects.filter(kept_by=user, request=None).defer("content").select_related("kept_by")
    return tuple(_view(row) for row in rows.order_by("-kept_at")[:MOST])


def arrival_of(user: User, reference: str) -> ArrivalView | None:
    """What the request came from; None where it was registered without. Raises NotFound for a request not seen."""
    request = request_of(visible_requests(user).only("pk"), reference)
    row = Arrival.objects.filter(request=request).defer("content").select_related("kept_by", "request").first()
    return _view(row) if row else None


def arrived_file(user: User, reference: str) -> bytes:
    """The file that the request came from, as it came. Raises NotFound where there is none, or none to see."""
    request = request_of(visible_requests(user).only("pk"), reference)
    content = Arrival.objects.filter(request=request, size__gt=0).values_list("content", flat=True).first()
    if content is None:
        raise NotFound("file")
    return bytes(content)


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
    )
