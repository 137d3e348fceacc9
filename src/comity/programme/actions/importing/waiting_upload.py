"""The upload that an action imports or discards, held until it is done."""

from __future__ import annotations

from comity.casework.rules.refusal import NotFound
from comity.kernel.sayable import said
from comity.kernel.words import say
from comity.people.models.user import User
from comity.people.rules.refusal import Refused
from comity.programme.access import project_for
from comity.programme.models import ImportRun
from comity.programme.rules.importing.run import ImportState


def waiting_upload(user: User, project: str, number: int) -> ImportRun:
    """Locked, and the project before it. Raises NotEntitled, NotFound, Refused where it waits no longer."""
    leading = project_for(user, project)
    found = ImportRun.objects.select_for_update(of=("self",)).filter(project=leading, pk=number).first()
    if found is None:
        raise NotFound("import")
    if found.content is None or not ImportState(found.state).waits:
        raise Refused(
            "file", say("This upload is {state}. Upload the file again.", state=said(ImportState(found.state).label))
        )
    return found
