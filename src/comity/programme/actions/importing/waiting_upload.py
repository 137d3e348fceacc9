"""The upload that an action imports or discards, held until it is done."""

from __future__ import annotations

from collections.abc import Collection

from comity.casework.rules.refusal import NotFound
from comity.kernel.sayable import said
from comity.kernel.words import say
from comity.people.models.user import User
from comity.people.rules.refusal import Refused
from comity.programme.access import project_for
from comity.programme.models import ImportRun
from comity.programme.rules.importing.run import WAITING, ImportState


def waiting_upload(user: User, project: str, number: int, states: Collection[ImportState] = WAITING) -> ImportRun:
    """Locked, and the project before it. Raises NotEntitled, NotFound, Refused where it is in none of these states."""
    leading = project_for(user, project)
    found = ImportRun.objects.select_for_update(of=("self",)).filter(project=leading, pk=number).first()
    if found is None:
        raise NotFound("import")
    state = ImportState(found.state)
    if state.goes_on and state not in states:
        raise Refused("file", say("This upload is in work already. Look at it again in a moment."))
    if found.content is None or state not in states:
        raise Refused("file", say("This upload is {state}. Upload the file again.", state=said(state.label)))
    return found
