"""Erasing, every hour, uploads that have waited for a day: what is not imported is not kept."""

from __future__ import annotations

from procrastinate.contrib.django import app

from comity.kernel import clock
from comity.programme.models import ImportRun
from comity.programme.rules.importing.run import KEPT_FOR, WITH_FILE, ImportState


def erase_uploads() -> int:
    """How many were erased. Nothing to record: the ledger never had them."""
    now = clock.now()
    old = ImportRun.objects.filter(state__in=[state.value for state in WITH_FILE], made_at__lte=now - KEPT_FOR)
    return old.update(state=ImportState.ERASED.value, content=None, found=None, done_at=now)


@app.periodic(cron="41 * * * *")
@app.task(name="programme:erase-uploads", queue="housekeeping")
def erase_uploads_hourly(timestamp: int) -> None:  # noqa: ARG001  the moment for which it was planned
    """The worker's way to it."""
    erase_uploads()
