"""Discarding an upload that is not to be imported: its file is erased at once."""

from __future__ import annotations

from django.db import transaction

from comity.kernel import clock
from comity.people.models.user import User
from comity.programme.actions.importing.waiting_upload import waiting_upload
from comity.programme.models import ImportRun
from comity.programme.rules.importing.run import WITH_FILE, ImportState


@transaction.atomic
def discard_upload(project: str, number: int, *, by: User) -> None:
    """Nothing is recorded: nothing of the project has changed. Raises NotEntitled, NotFound, Refused."""
    upload = waiting_upload(by, project, number, WITH_FILE)
    ImportRun.objects.filter(pk=upload.pk).update(
        state=ImportState.DISCARDED.value, content=None, found=None, done_at=clock.now()
    )
