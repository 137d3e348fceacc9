"""Writing down what happened to a request, and carrying it to what depends on it: the requests it follows.

Every action on a request records through here, last in its transaction.
"""

from __future__ import annotations

from datetime import datetime

from comity.casework.actions.recompute_clocks import recompute_clocks
from comity.casework.models.request import Request
from comity.casework.queries.predecessors import predecessors
from comity.casework.rules.events import request_subject
from comity.casework.rules.handling.events import FollowUpMoved
from comity.ledger.actions.record import record
from comity.ledger.rules.actor import Actor
from comity.ledger.rules.entry import EntryView
from comity.ledger.rules.event import Event


def record_about_request(
    request: Request, event: Event, *, actor: Actor, moved: str = "", happened_at: datetime | None = None
) -> EntryView:
    """Record `event` about `request`. `moved` says what that is for the request it follows, if it follows one:
    “drafted”, “sent”, “received”, “preserved”, “decided” or “withdrawn”, at `happened_at`."""
    entry = record(event, actor=actor)
    recompute_clocks(request, because=entry.name)
    if not moved or happened_at is None:
        return entry
    for earlier in predecessors(request):
        record(
            FollowUpMoved(
                subject=request_subject(earlier.reference),
                happened_at=happened_at,
                follow_up=request.reference,
                kind=request.kind,
                what=moved,
                through=request.follows.reference if request.follows and earlier != request.follows else "",
            ),
            actor=actor,
        )
        recompute_clocks(earlier, because=FollowUpMoved.name)
    return entry
