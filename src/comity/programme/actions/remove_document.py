"""Removing a file that an activity keeps. The ledger keeps its digest."""

from __future__ import annotations

from django.db import transaction

from comity.casework.rules.refusal import NotFound
from comity.ledger.actions.record import record
from comity.people.models.user import User
from comity.programme.access import activity_for
from comity.programme.rules.activity_events import ActivityDocumentRemoved, activity_subject


@transaction.atomic
def remove_document(project: str, code: str, number: int, *, by: User) -> None:
    """Raises NotEntitled, NotFound."""
    found = activity_for(by, project, code).documents.defer("content").filter(pk=number).first()
    if found is None:
        raise NotFound("document")
    event = ActivityDocumentRemoved(
        subject=activity_subject(project, code), title=found.title, digest=found.digest, public=found.public
    )
    found.delete()
    record(event, actor=by.actor)
