"""Importing a long table in the worker: all of it, or nothing."""

from __future__ import annotations

from django.db import transaction
from procrastinate.contrib.django import app

from comity.casework.rules.refusal import NotFound
from comity.kernel.words import noted
from comity.people.models.user import User
from comity.people.rules.refusal import Refused
from comity.people.rules.roles import NotEntitled
from comity.programme.actions.importing.carry_out_import import enter_upload
from comity.programme.actions.importing.waiting_upload import waiting_upload
from comity.programme.models import ImportRun
from comity.programme.rules.importing.run import Doing, ImportState

BROKE = noted(
    "The table could not be imported. Whoever looks after this node sees why in its log. Nothing is imported."
)
STOPPED = noted("The node stopped while it imported this table. Nothing of it is imported. Import it again.")
GOING = frozenset({ImportState.IMPORTING})


@app.task(name="programme:import-upload", queue="imports")
def import_upload(*, run: int, by: int) -> None:
    """Once, in the name of the user `by`. Where it fails, or a worker died at it, the upload waits as before, and says
    why: its rows were one transaction."""
    row = (
        ImportRun.objects.select_related("project").defer("content").filter(pk=run, state=ImportState.IMPORTING).first()
    )
    if row is None:
        return None
    if row.doing:
        return _back(run, STOPPED)
    ImportRun.objects.filter(pk=run, state=ImportState.IMPORTING).update(doing=Doing.ENTERING)
    try:
        user = User.objects.get(pk=by)
        with transaction.atomic():
            enter_upload(waiting_upload(user, row.project.code, run, GOING), user)
    except (Refused, NotEntitled, NotFound) as refusal:
        _back(run, str(refusal))
    except Exception:
        _back(run, BROKE)
        raise
    return None


def _back(run: int, problem: str) -> None:
    ImportRun.objects.filter(pk=run, state=ImportState.IMPORTING).update(
        state=ImportState.READY.value, doing=Doing.NOTHING, problem=problem
    )
