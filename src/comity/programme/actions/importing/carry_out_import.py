"""Importing what was checked: all rows in one transaction, or none."""

from __future__ import annotations

from django.db import IntegrityError, transaction

from comity.kernel import clock
from comity.kernel.words import say
from comity.ledger.actions.record import record_all
from comity.people.models.user import User
from comity.people.rules.refusal import Refused
from comity.programme.access import project_for
from comity.programme.actions.importing.check_file import CHANGED, DryRun, dry_run, expect_as_checked
from comity.programme.actions.importing.importable import importable
from comity.programme.actions.importing.waiting_upload import waiting_upload
from comity.programme.models import ImportRun, Project
from comity.programme.rules.events import project_subject
from comity.programme.rules.importing.refusal import RowRefused
from comity.programme.rules.importing.run import Doing, ImportState, RowsImported
from comity.programme.rules.importing.sheet import cell_name


@transaction.atomic
def carry_out_import(project: str, number: int, *, by: User) -> int:
    """How many rows were imported, within this call. The file is erased with it.

    Raises NotEntitled, NotFound; Refused where the upload waits no longer, where anything that it was checked against
    has changed, or where a row cannot be kept. Then nothing of it was imported.
    """
    return enter_upload(waiting_upload(by, project, number), by)


def enter_upload(upload: ImportRun, by: User) -> int:
    """As `carry_out_import`, within the transaction that holds the upload and its project."""
    run = dry_run(importable(upload.what), upload.project, upload.name, bytes(upload.content or b""), by)
    expect_as_checked(run, upload.basis)
    _enter(upload.project, run, by)
    ImportRun.objects.filter(pk=upload.pk).update(
        state=ImportState.IMPORTED.value, doing=Doing.NOTHING, problem="", content=None, found=None, done_at=clock.now()
    )
    return run.checked.rows


@transaction.atomic
def import_file(what: str, project: str, name: str, content: bytes, *, by: User) -> DryRun:
    """Check a file and import it at once, where nothing about it is wrong; else nothing is.

    Raises NotEntitled, NotFound, Refused where the file cannot be read, or a row cannot be kept.
    """
    kind = importable(what)
    found = project_for(by, project)
    run = dry_run(kind, found, name, content, by)
    if run.checked.sound:
        _enter(found, run, by)
    return run


def _enter(project: Project, run: DryRun, by: User) -> None:
    """Rows first, and the ledger at the end: it is held for everybody until the transaction is over."""
    try:
        happened = run.kind.enter(project, run.checked.made, by)
    except RowRefused as refusal:
        cell = cell_name(0, run.sheet.rows[refusal.place].number)
        raise Refused(
            "file", say("{cell}: {sentence} Nothing has been imported.", cell=cell, sentence=refusal.sentence)
        ) from None
    except IntegrityError:
        raise Refused("file", CHANGED) from None
    event = RowsImported(
        subject=project_subject(project.code),
        what=run.kind.declaration.what,
        file=run.name,
        digest=str(run.digest),
        count=run.checked.rows,
    )
    record_all([*happened, event], actor=by.actor)
