"""Opening a case."""

from __future__ import annotations

from collections.abc import Sequence

from django.db import transaction

from comity.casework.actions.allocate_reference import allocate_case_reference
from comity.casework.models.case import Case
from comity.casework.rules.events import CaseOpened, case_subject
from comity.casework.rules.refusal import refused
from comity.casework.rules.wording import line, paragraph
from comity.kernel import clock
from comity.kernel.words import say
from comity.ledger.actions.record import record
from comity.people.access import require
from comity.people.models.user import User
from comity.people.rules.roles import Role

LONGEST_TITLE = 200


@transaction.atomic
def open_case(
    title: str,
    *,
    summary: str = "",
    offence_summary: str = "",
    restricted: bool = False,
    members: Sequence[str] = (),
    by: User,
) -> str:
    """A new case; returns its reference. `members` are usernames of those who may see it if it is restricted.

    Raises NotEntitled, or Refused: no title, a text too long, a member who does not exist.
    """
    require(by, Role.DRAFTER, Role.DUTY_OFFICER)
    case = Case(
        title=line(title, "title", say("Title"), LONGEST_TITLE),
        summary=paragraph(summary, "summary", say("Summary"), required=False),
        offence_summary=line(offence_summary, "offence_summary", say("Offence"), 300, required=False),
        opened_at=clock.now(),
        opened_by=by,
        restricted=restricted,
    )
    admitted = _members(members)
    case.reference = str(allocate_case_reference())
    case.save()
    case.members.set(admitted)
    record(CaseOpened(subject=case_subject(case.reference), restricted=restricted), actor=by.actor)
    return case.reference


def _members(usernames: Sequence[str]) -> list[User]:
    found = {user.username: user for user in User.objects.filter(username__in=usernames, is_active=True)}
    for username in usernames:
        if username not in found:
            raise refused(
                "members",
                say("Members"),
                say("There is no active user named “{username}”. Choose from the list.", username=username[:60]),
            )
    return list(found.values())
