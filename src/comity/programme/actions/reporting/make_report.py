"""Making a report that somebody asked for, in the worker, telling meanwhile what it does."""

from __future__ import annotations

from procrastinate.contrib.django import app

from comity.casework.rules.refusal import NotFound
from comity.kernel import clock
from comity.kernel.words import noted
from comity.programme.models import ReportRun
from comity.programme.queries.report.contents import report_of
from comity.programme.queries.report.material import report_material
from comity.programme.rules.report_run import ReportState
from comity.programme.rules.reporting import Reported
from comity.stateofplay.queries.report.files import ReportForm, report_file

FAILED = noted(
    "The report could not be made. Whoever looks after this node sees why in its log. Ask for it again later."
)


@app.task(name="programme:make-report", queue="reports")
def make_report(*, run: int) -> None:
    """Once more after a worker that was killed: what is there already stays. No transaction holds it together, so that
    what it says is seen."""
    row = ReportRun.objects.filter(pk=run).defer("content").first()
    if row is None or not ReportState(row.state).goes_on:
        return
    try:
        content = _made(row)
    except (ValueError, NotFound) as problem:  # a sign that no font has, a project that is gone
        _keep(row, state=ReportState.FAILED.value, doing="", problem=str(problem), done_at=clock.now())
    except Exception:
        _keep(row, state=ReportState.FAILED.value, doing="", problem=FAILED, done_at=clock.now())
        raise
    else:
        _keep(row, state=ReportState.READY.value, doing="", content=content, done_at=clock.now())


def _made(row: ReportRun) -> bytes:
    projects = "1 project" if row.many == 1 else f"{row.many:,} projects"
    _keep(row, state=ReportState.MAKING.value, doing=f"Gathering what {projects} did")
    material = report_material(Reported(row.starts, row.ends), clock.today(), row.projects, money=row.money)
    _keep(row, doing=f"Writing {projects} into the document")
    return report_file(report_of(material), ReportForm(row.form)).content


def _keep(row: ReportRun, **columns: object) -> None:
    ReportRun.objects.filter(pk=row.pk).update(**columns)
