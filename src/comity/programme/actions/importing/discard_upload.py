"""Discarding an upload that is not to be imported: its file is erased at once."""

from __future__ import annotations

from django.db import transaction

from comity.kernel import clock
from comity.people.models.user import User
from comity.people.rules.refusal import Refused
from comity.programme.access import import_for
from comity.programme.models import ImportRun
from comity.programme.rules.importing.run import ImportState


@transaction.atomic
def discard_upload(project: str, number: int, *, by: User) -> None:
    """Nothing is recorded: nothing of the project has changed. Raises NotEntitled, NotFound, Refused."""
    upload = import_for(by, project, number)
    if not ImportState(upload.state).waits:
        raise Refused("file", f"This upload is {ImportState(upload.state).label} already.")
    ImportRun.objects.filter(pk=upload.pk).update(
        state=ImportState.DISCARDED.value, content=None, found=None, done_at=clock.now()
    )
