"""Whether the other side's number stands on a ticket already. Looks only at what the user may see."""

from __future__ import annotations

from comity.casework.models.request import Request
from comity.casework.queries.visible import visible_requests
from comity.casework.rules.direction import Direction
from comity.people.models.user import User


def registered_before(user: User, request: Request) -> Request | None:
    """The oldest other incoming request of the same country with the same number; None where `request` has no number,
    or there is none that `user` may see: a hidden ticket is not betrayed."""
    if not request.their_reference:
        return None
    same = visible_requests(user).filter(
        direction=Direction.INCOMING.value,
        counterpart=request.counterpart,
        their_reference__iexact=request.their_reference,
    )
    return same.exclude(pk=request.pk).order_by("id").first()
