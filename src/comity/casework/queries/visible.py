"""Which cases, requests and intakes a user may see: the one place that says so. Reads only; `access` locks.

Drafters, approvers, duty officers and auditors see cases; a restricted case is seen by its opener and its members
only. Administrators and editors, as such, see none. An intake is seen by its owner.
"""

from __future__ import annotations

from uuid import UUID

from django.core.exceptions import ValidationError
from django.db.models import Q, QuerySet

from comity.casework.models.case import Case
from comity.casework.models.intake import Intake
from comity.casework.models.reminder import Reminder
from comity.casework.models.request import Request
from comity.casework.models.request_clock import RequestClock
from comity.casework.rules.refusal import NotFound
from comity.people.models.user import User
from comity.people.queries.roles import roles_of
from comity.people.rules.roles import Role

CASE_ROLES = frozenset({Role.DRAFTER, Role.APPROVER, Role.DUTY_OFFICER, Role.AUDITOR})
"""The roles that see cases. An auditor reads only: no action lists that role."""


def visible_cases(user: User, *, held: frozenset[Role] | None = None) -> QuerySet[Case]:
    """The cases that `user` may see today; `held` are the user's roles, where the caller has just asked for them."""
    if not (roles_of(user) if held is None else held) & CASE_ROLES:
        return Case.objects.none()
    return Case.objects.filter(_open_to(user, "", "pk"))


def visible_requests(user: User, *, held: frozenset[Role] | None = None) -> QuerySet[Request]:
    """The requests in those cases."""
    if not (roles_of(user) if held is None else held) & CASE_ROLES:
        return Request.objects.none()
    return Request.objects.filter(_open_to(user, "case__", "case_id"))


def visible_clocks(user: User, *, held: frozenset[Role] | None = None) -> QuerySet[RequestClock]:
    """The clocks of those requests."""
    if not (roles_of(user) if held is None else held) & CASE_ROLES:
        return RequestClock.objects.none()
    return RequestClock.objects.filter(_open_to(user, "request__case__", "request__case_id"))


def visible_reminders(user: User) -> QuerySet[Reminder]:
    """The reminders of those clocks."""
    if not roles_of(user) & CASE_ROLES:
        return Reminder.objects.none()
    return Reminder.objects.filter(_open_to(user, "clock__request__case__", "clock__request__case_id"))


def case_of(cases: QuerySet[Case], reference: str) -> Case:
    """The one of `cases` with this reference. Raises NotFound."""
    found = cases.filter(reference=written(reference)).first()
    if found is None:
        raise NotFound("case")
    return found


def request_of(requests: QuerySet[Request], reference: str) -> Request:
    """The one of `requests` with this reference. Raises NotFound."""
    found = requests.filter(reference=written(reference)).first()
    if found is None:
        raise NotFound("request")
    return found


def intake_of(intakes: QuerySet[Intake], user: User, identity: UUID | str) -> Intake:
    """The user's own one of `intakes`. Raises NotFound, for somebody else's too."""
    try:
        found = intakes.filter(owner=user, pk=identity).first()
    except ValidationError:  # not a UUID at all
        found = None
    if found is None:
        raise NotFound("intake")
    return found


def _open_to(user: User, prefix: str, key: str) -> Q:
    """Whether a case is open to `user`; membership by subquery, since a join would repeat rows and forbid locking."""
    admitted = Case.members.through.objects.filter(user=user).values("case_id")
    return Q(**{f"{prefix}restricted": False}) | Q(**{f"{prefix}opened_by": user}) | Q(**{f"{key}__in": admitted})


def written(reference: str) -> str:
    """A reference as somebody typed it, in the form in which it is stored."""
    return reference.strip().upper()[:30]
