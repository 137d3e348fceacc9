"""Erasing, every hour, who sent reports that are a day old: the digest served the rate limit alone."""

from __future__ import annotations

from procrastinate.contrib.django import app

from comity.kernel import clock
from comity.upkeep.models import ErrorReport
from comity.upkeep.rules.sender import KEPT_FOR


def erase_senders() -> int:
    """Returns how many were erased. Nothing to record: the ledger never had them."""
    old = ErrorReport.objects.filter(received_at__lte=clock.now() - KEPT_FOR).exclude(sender="")
    return old.update(sender="")


@app.periodic(cron="23 * * * *")
@app.task(name="upkeep:erase-senders", queue="housekeeping")
def erase_senders_hourly(timestamp: int) -> None:  # noqa: ARG001  the moment for which it was planned
    """The worker's way to it."""
    erase_senders()
