"""Beginning to keep a project that no pack describes."""

from __future__ import annotations

from dataclasses import asdict

from django.db import IntegrityError, transaction

from comity.kernel import clock
from comity.kernel.words import say
from comity.ledger.actions.record import record
from comity.people.access import require
from comity.people.models.user import User
from comity.people.rules.refusal import Refused
from comity.people.rules.roles import Role
from comity.programme.models import Project
from comity.programme.rules.events import ProjectCreated, project_subject
from comity.programme.rules.project_draft import ProjectDraft, checked_code, checked_draft


@transaction.atomic
def create_project(code: str, draft: ProjectDraft, *, by: User) -> str:
    """The code under which it is kept. Raises NotEntitled, Refused with the field."""
    require(by, Role.PROGRAMME_OFFICER)
    found, said = checked_code(code), checked_draft(draft)
    now = clock.now()
    try:
        with transaction.atomic():
            Project.objects.create(code=found, created_at=now, changed_at=now, changed_by=by, **asdict(said))
    except IntegrityError:
        raise Refused(
            "code", say("A project is kept as “{found}” already. Choose another code.", found=found)
        ) from None
    record(ProjectCreated(subject=project_subject(found), title=said.name), actor=by.actor)
    return found
