"""Forgetting, every hour, what programs were answered more than a day ago: a repetition no longer comes."""

from __future__ import annotations

from procrastinate.contrib.django import app

from comity.kernel import clock
from comity.people.models.answered_call import AnsweredCall
from comity.people.rules.answer import KEPT_FOR


def forget_answers() -> int:
    """Delete kept answers older than `KEPT_FOR`; returns how many. Nothing to record: the ledger never had them."""
    deleted, _ = AnsweredCall.objects.filter(at__lte=clock.now() - KEPT_FOR).delete()
    return deleted


@app.periodic(cron="17 * * * *")
@app.task(name="people:forget_answers", queue="housekeeping")
def forget_answers_hourly(timestamp: int) -> None:  # noqa: ARG001  the moment for which it was planned
    """The worker's way to it."""
    forget_answers()
