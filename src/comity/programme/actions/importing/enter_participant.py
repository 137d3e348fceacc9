"""Inviting whom a row of a table names, by the action of inviting itself."""

from __future__ import annotations

from comity.people.models.user import User
from comity.people.rules.refusal import Refused
from comity.programme.actions.invite_people import invite_people
from comity.programme.models import Project
from comity.programme.rules.importing.participants import Invited


def enter_participant(project: Project, row: Invited, by: User) -> None:
    """Within the transaction of its import. Raises Refused, for an address that is there already too."""
    if not invite_people(project.code, row.activity, row.email, by=by):
        raise Refused("email", "This address is on the activity's list already.")
