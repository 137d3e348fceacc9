"""Asking for a report of so many projects that it is made while one does something else."""

from __future__ import annotations

from collections.abc import Sequence
from secrets import token_urlsafe

from django.db import transaction

from comity.kernel import clock
from comity.kernel.sayable import said
from comity.people.models.user import User
from comity.programme.actions.reporting.make_report import make_report
from comity.programme.models import ReportRun
from comity.programme.queries.report.material import projects_reported
from comity.programme.rules.report_run import BUSY, BY_VISITORS, SHARED_FOR, VISITORS_HOUR, ReportState
from comity.programme.rules.reporting import Reported
from comity.upkeep.queries.room import expect_room

GOING = [state.value for state in ReportState if state.goes_on]


@transaction.atomic
def ask_for_report(
    period: Reported, form: str, codes: Sequence[str], *, money: bool = False, by: User | None = None
) -> str:
    """The key of its address. What one asked for already, and is being made, is not made twice; visitors share.

    Nothing is recorded: nothing has changed. Raises NotFound for a code that is none, TooMany.
    """
    many, now = len(projects_reported(period, codes)), clock.now()
    alike = {"form": form, "starts": period.starts, "ends": period.ends, "projects": list(codes), "money": money}
    asked = ReportRun.objects.filter(**alike, asked_by=by, asked_at__gt=now - SHARED_FOR)
    states = GOING if by else [*GOING, ReportState.READY.value]
    if there := asked.filter(state__in=states).values_list("key", flat=True).first():
        return there
    if by is None:
        visitors = ReportRun.objects.filter(asked_by=None, asked_at__gt=now - VISITORS_HOUR)
        expect_room("programme-report", visitors, BY_VISITORS, said(BUSY))
    run = ReportRun.objects.create(
        **alike, key=token_urlsafe(32), many=many, state=ReportState.WAITING.value, asked_at=now, asked_by=by
    )
    make_report.defer(run=run.pk)
    return run.key
