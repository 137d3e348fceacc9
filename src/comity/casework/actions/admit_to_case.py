"""Letting somebody into a restricted case."""

from __future__ import annotations

from django.db import transaction

from comity.casework.access import case_for
from comity.casework.rules.events import CaseMemberAdmitted, case_subject
from comity.casework.rules.refusal import refused
from comity.kernel.words import say
from comity.ledger.actions.record import record
from comity.people.access import require
from comity.people.models.user import User
from comity.people.rules.roles import Role


@transaction.atomic
def admit_to_case(reference: str, username: str, *, by: User) -> None:
    """`username` may see the case from now on; nothing happens if they could before.

    Raises NotFound, NotEntitled, or Refused where there is no such active user.
    """
    case = case_for(by, reference)
    require(by, Role.DRAFTER, Role.DUTY_OFFICER, Role.APPROVER)
    user = User.objects.filter(username=username, is_active=True).first()
    if user is None:
        raise refused(
            "username",
            say("User"),
            say("There is no active user named “{username}”. Choose from the list.", username=username[:60]),
        )
    if case.members.filter(pk=user.pk).exists():
        return
    case.members.add(user)
    record(CaseMemberAdmitted(subject=case_subject(case.reference), username=user.username), actor=by.actor)
