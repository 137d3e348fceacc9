"""Checking a file and keeping it for a day, to be imported as it was checked."""

from __future__ import annotations

from django.db import transaction

from comity.kernel import clock
from comity.kernel.digest import Digest
from comity.people.models.user import User
from comity.programme.access import project_for
from comity.programme.actions.importing.check_file import dry_run, name_of, outcome_of
from comity.programme.actions.importing.check_upload import check_upload
from comity.programme.actions.importing.importable import importable
from comity.programme.adapters.sheets.opening import open_sheet
from comity.programme.models import ImportRun
from comity.programme.rules.importing.limits import WHILE_WAITING
from comity.programme.rules.importing.refusal import TooManyRows
from comity.programme.rules.importing.run import WITH_FILE, ImportState


@transaction.atomic
def keep_upload(what: str, project: str, name: str, content: bytes, *, by: User) -> int:
    """The upload's number. A long table is checked by the worker. What the same user uploaded before for the same and
    did not import is discarded.

    Raises NotEntitled, NotFound; Refused (field `file`) where the file cannot be read as a table, and is not kept.
    """
    kind = importable(what)
    found = project_for(by, project)
    file, now = name_of(name), clock.now()
    try:
        sheet = open_sheet(file, content, WHILE_WAITING)
        outcome = outcome_of(dry_run(kind, found, file, content, by, sheet=sheet))
    except TooManyRows:
        outcome = {"state": ImportState.CHECKING.value}
    ImportRun.objects.filter(
        project=found, what=what, made_by=by, state__in=[state.value for state in WITH_FILE]
    ).update(state=ImportState.DISCARDED.value, content=None, found=None, done_at=now)
    made = ImportRun.objects.create(
        project=found,
        what=what,
        name=file,
        content=content,
        digest=Digest.of(content),
        made_at=now,
        made_by=by,
        **outcome,
    )
    if outcome["state"] == ImportState.CHECKING.value:
        check_upload.defer(run=made.pk)
    return made.pk
