"""Checking a file and keeping it for a day, to be imported as it was checked."""

from __future__ import annotations

from django.db import transaction

from comity.kernel import clock
from comity.people.models.user import User
from comity.programme.access import project_for
from comity.programme.actions.importing.check_file import dry_run
from comity.programme.actions.importing.importable import importable
from comity.programme.models import ImportRun
from comity.programme.rules.importing.run import ImportState


@transaction.atomic
def keep_upload(what: str, project: str, name: str, content: bytes, *, by: User) -> int:
    """The upload's number. What the same user uploaded before for the same and did not import is discarded.

    Raises NotEntitled, NotFound; Refused (field `file`) where the file cannot be read as a table, and is not kept.
    """
    kind = importable(what)
    found = project_for(by, project)
    run = dry_run(kind, found, name, content, by)
    now, waiting = clock.now(), [state.value for state in ImportState if state.waits]
    ImportRun.objects.filter(project=found, what=what, made_by=by, state__in=waiting).update(
        state=ImportState.DISCARDED.value, content=None, found=None, done_at=now
    )
    checked = run.checked
    made = ImportRun.objects.create(
        project=found,
        what=what,
        name=run.name,
        content=content,
        digest=run.digest,
        basis=run.basis,
        rows=checked.rows,
        wrong=checked.wrong,
        found={
            "problems": [[each.cell, each.column, _kept(each.sentence)] for each in checked.problems],
            "labels": checked.labels,
            "preview": [[number, [_kept(cell) for cell in cells]] for number, cells in checked.preview],
        },
        state=(ImportState.READY if checked.sound else ImportState.TO_MEND).value,
        made_at=now,
        made_by=by,
    )
    return made.pk


def _kept(said: str) -> str:
    """Without what PostgreSQL cannot keep as text: the cell itself is called a problem for it."""
    return said.replace("\x00", "�").encode("utf-8", "replace").decode()
