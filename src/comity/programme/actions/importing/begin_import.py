"""Beginning an import: of few rows at once, of many in the worker."""

from __future__ import annotations

from django.db import transaction

from comity.people.models.user import User
from comity.programme.actions.importing.carry_out_import import enter_upload
from comity.programme.actions.importing.check_file import expect_sound
from comity.programme.actions.importing.import_upload import import_upload
from comity.programme.actions.importing.waiting_upload import waiting_upload
from comity.programme.models import ImportRun
from comity.programme.rules.importing.limits import WHILE_WAITING
from comity.programme.rules.importing.run import Doing, ImportState


@transaction.atomic
def begin_import(project: str, number: int, *, by: User) -> int | None:
    """How many rows were imported; None where the worker imports them. Raises as `carry_out_import` does."""
    upload = waiting_upload(by, project, number)
    expect_sound(upload.wrong)
    if (upload.rows or 0) <= WHILE_WAITING:
        return enter_upload(upload, by)
    ImportRun.objects.filter(pk=number).update(state=ImportState.IMPORTING.value, doing=Doing.NOTHING, problem="")
    import_upload.defer(run=number, by=by.pk)
    return None
