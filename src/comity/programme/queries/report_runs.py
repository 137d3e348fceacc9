"""Reports that were asked for, as pages show them. Changes nothing."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from django.db.models import QuerySet

from comity.casework.rules.refusal import NotFound
from comity.people.models.user import User
from comity.programme.models import ReportRun
from comity.programme.rules.report_run import KEPT_FOR, ReportState
from comity.programme.rules.reporting import Reported
from comity.stateofplay.queries.report.files import ReportForm

RECENT = 5


@dataclass(frozen=True, slots=True)
class ReportRunView:
    """`doing` is empty while the worker has not begun; `problem` says why there is no file."""

    key: str
    form: ReportForm
    period: Reported
    many: int
    state: ReportState
    doing: str
    problem: str
    asked_at: datetime
    kept_until: datetime


def report_run_view(key: str, *, money: bool) -> ReportRunView:
    """For whoever has its address. Raises NotFound; for a report with money, to whoever may not see `money`, too."""
    row = ReportRun.objects.filter(key=key).defer("content").first()
    if row is None or (row.money and not money):
        raise NotFound("report")
    return _view(row)


def report_run_file(key: str, *, money: bool) -> tuple[ReportRunView, bytes]:
    """Raises NotFound, where it is not ready too."""
    view = report_run_view(key, money=money)
    content = ReportRun.objects.filter(key=key).values_list("content", flat=True).first()
    if content is None:
        raise NotFound("report")
    return view, bytes(content)


def report_runs_of(user: User) -> tuple[ReportRunView, ...]:
    """What this user asked for last."""
    rows: QuerySet[ReportRun] = ReportRun.objects.filter(asked_by=user).defer("content")
    return tuple(map(_view, rows[:RECENT]))


def _view(row: ReportRun) -> ReportRunView:
    return ReportRunView(
        key=row.key,
        form=ReportForm(row.form),
        period=Reported(row.starts, row.ends),
        many=row.many,
        state=ReportState(row.state),
        doing=row.doing,
        problem=row.problem,
        asked_at=row.asked_at,
        kept_until=row.asked_at + KEPT_FOR,
    )
