"""Computing every clock anew, in portions, by a worker: after the rules changed, or a version that first knows them."""

from __future__ import annotations

from django.db import transaction
from django.db.models import Exists, OuterRef, Q
from procrastinate.contrib.django import app

from comity.casework.actions.recompute_clocks import recompute_clocks
from comity.casework.models.request import Request
from comity.casework.models.request_clock import RequestClock

QUEUE = "casework"
PORTION = 200


@app.task(name="casework:recompute-clocks", queue=QUEUE)
def recompute_all_clocks(*, after: int = 0) -> None:
    """The next portion of requests that left, arrived or have a clock; then the portion behind. May be done twice."""
    clocked = Exists(RequestClock.objects.filter(request=OuterRef("pk")))
    begun = Request.objects.filter(Q(sent_on__isnull=False) | Q(received_at__isnull=False) | clocked, pk__gt=after)
    rows = list(begun.order_by("pk")[:PORTION])
    for request in rows:
        with transaction.atomic():
            recompute_clocks(request)
    if len(rows) == PORTION:
        recompute_all_clocks.defer(after=rows[-1].pk)
