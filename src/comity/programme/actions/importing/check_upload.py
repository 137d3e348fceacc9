"""Checking a long table in the worker, while who uploaded it looks on or does something else."""

from __future__ import annotations

from procrastinate.contrib.django import app

from comity.kernel import clock
from comity.kernel.words import noted
from comity.people.rules.refusal import Refused
from comity.programme.actions.importing.check_file import dry_run, outcome_of
from comity.programme.actions.importing.importable import importable
from comity.programme.adapters.sheets.opening import open_sheet
from comity.programme.models import ImportRun
from comity.programme.rules.importing.run import Doing, ImportState

BROKE = noted("The table could not be checked. Whoever looks after this node sees why in its log. Nothing is imported.")
STOPPED = noted("The node stopped while it checked this table. Nothing is imported. Upload the file again.")


@app.task(name="programme:check-upload", queue="imports")
def check_upload(*, run: int) -> None:
    """Once: a table at which a worker died is not tried again. No transaction holds it together, so that what it says
    is seen, and what was discarded meanwhile stays so."""
    row = ImportRun.objects.select_related("project", "made_by").filter(pk=run, state=ImportState.CHECKING).first()
    if row is None:
        return None
    if row.doing:
        return _failed(run, STOPPED)
    _going(run, Doing.READING)
    try:
        content = bytes(row.content or b"")
        sheet = open_sheet(row.name, content)
        _going(run, Doing.CHECKING)
        found = dry_run(importable(row.what), row.project, row.name, content, row.made_by, sheet=sheet)
        _keep(run, **outcome_of(found), doing=Doing.NOTHING)
    except Refused as refusal:
        _failed(run, refusal.sentence)
    except Exception:
        _failed(run, BROKE)
        raise
    return None


def _going(run: int, doing: Doing) -> None:
    _keep(run, doing=doing)


def _failed(run: int, problem: str) -> None:
    _keep(
        run,
        state=ImportState.FAILED.value,
        doing=Doing.NOTHING,
        problem=problem,
        content=None,
        found=None,
        done_at=clock.now(),
    )


def _keep(run: int, **columns: object) -> None:
    ImportRun.objects.filter(pk=run, state=ImportState.CHECKING).update(**columns)
