"""The door from a user to the rows that an action changes. What is hidden and what is missing sound the same.

Which rows a user may see is said in `queries.visible`; here they are fetched, and locked until the transaction ends.
A locked row is read without the rows it points to: had somebody changed such a pointer while we waited for the lock,
PostgreSQL would find that the join no longer holds, and give no row at all.
"""

from __future__ import annotations

from uuid import UUID

from comity.casework.models.case import Case
from comity.casework.models.intake import Intake
from comity.casework.models.phone_call import PhoneCall
from comity.casework.models.request import Request
from comity.casework.queries.case_door import visible_case
from comity.casework.queries.phone_log import call_of, visible_calls
from comity.casework.queries.visible import intake_of, request_of, visible_requests, written
from comity.casework.rules.refusal import NotFound
from comity.people.models.user import User
from comity.people.queries.roles import roles_of
from comity.people.rules.roles import Role


def case_for(user: User, reference: str, *, held: frozenset[Role] | None = None) -> Case:
    """The case; `held` are the user's roles, where they were just asked for. Raises NotFound, for a hidden one too."""
    found = visible_case(user, written(reference), roles_of(user) if held is None else held)
    if found is None:
        raise NotFound("case")
    return found


def request_for(user: User, reference: str, *, lock: bool = False) -> Request:
    """The request, locked until the transaction ends if asked for. Raises NotFound, for a hidden one too."""
    rows = visible_requests(user)
    return request_of(rows.select_for_update(of=("self",), no_key=True) if lock else rows, reference)


def intake_for(user: User, identity: UUID | str, *, lock: bool = False) -> Intake:
    """The intake, locked if asked for. Raises NotFound, for somebody else's too."""
    rows = Intake.objects.all()
    return intake_of(rows.select_for_update(of=("self",), no_key=True) if lock else rows, user, identity)


def call_for(user: User, number: int, *, lock: bool = False) -> PhoneCall:
    """The telephone call, locked if asked for. Raises NotFound, for one about a hidden request too."""
    rows = visible_calls(user)
    return call_of(rows.select_for_update(of=("self",), no_key=True) if lock else rows, number)
