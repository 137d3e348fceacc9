"""What runs out: the clocks of the requests that a user may see, by the moment at which they end."""

from __future__ import annotations

from datetime import datetime

from comity.casework.queries.clock_view import OVER_STAYS, clock_view
from comity.casework.queries.request_line import RequestLine, request_line
from comity.casework.queries.visible import visible_clocks
from comity.casework.rules.clocks.clock import ClockState
from comity.kernel import clock as time
from comity.people.models.user import User
from comity.people.rules.roles import Role


def running_clocks(
    user: User,
    *,
    until: datetime | None = None,
    ours: bool | None = None,
    limit: int = 25,
    held: frozenset[Role] | None = None,
) -> tuple[RequestLine, ...]:
    """A request's line for each clock that runs or ran out of late, showing that clock; what ends first first.

    `until` leaves out what ends later; `ours` keeps the clocks on which we, or they, must act; `held` are the user's
    roles, where the caller has just asked for them. In one query, by an index, so that it takes no longer the more
    there are.
    """
    now = time.now()
    rows = visible_clocks(user, held=held).filter(state=ClockState.RUNNING.value, ends__gt=now - OVER_STAYS)
    if until is not None:
        rows = rows.filter(ends__lte=until)
    if ours is not None:
        rows = rows.filter(ours=ours)
    whole = rows.select_related("request__case", "request__changed_by").defer("request__plan")
    return tuple(request_line(row.request, shown=clock_view(row, now)) for row in whole.order_by("ends", "id")[:limit])
