"""Erasing, every hour, reports that were asked for a day ago: they are made anew from what the node then knows."""

from __future__ import annotations

from procrastinate.contrib.django import app

from comity.kernel import clock
from comity.programme.models import ReportRun
from comity.programme.rules.report_run import KEPT_FOR


def erase_reports() -> int:
    """How many were erased. Nothing to record: the ledger never had them."""
    erased, _ = ReportRun.objects.filter(asked_at__lte=clock.now() - KEPT_FOR).delete()
    return erased


@app.periodic(cron="47 * * * *")
@app.task(name="programme:erase-reports", queue="housekeeping")
def erase_reports_hourly(timestamp: int) -> None:  # noqa: ARG001  the moment for which it was planned
    """The worker's way to it."""
    erase_reports()
