"""Changing what is said of a project. The words of its pack, where it has one, stay beside."""

from __future__ import annotations

from dataclasses import asdict

from django.db import transaction

from comity.kernel import clock
from comity.ledger.actions.record import record
from comity.people.models.user import User
from comity.programme.access import project_for
from comity.programme.models import Project
from comity.programme.queries.project_draft import draft_of
from comity.programme.rules.differences import differences
from comity.programme.rules.events import ProjectEdited, project_subject
from comity.programme.rules.project_draft import ProjectDraft, checked_draft


@transaction.atomic
def edit_project(code: str, draft: ProjectDraft, *, version: int, by: User) -> None:
    """What changes nothing leaves no trace. Raises NotEntitled, NotFound, ChangedMeanwhile, Refused with the field."""
    row = project_for(by, code, version=version)
    said = checked_draft(draft)
    changed = differences(draft_of(row), said)
    if not changed:
        return
    Project.objects.filter(pk=row.pk).update(**asdict(said), version=version + 1, changed_at=clock.now(), changed_by=by)
    record(ProjectEdited(subject=project_subject(code), version=version + 1, changed=changed), actor=by.actor)
