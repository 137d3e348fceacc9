"""Giving a user a role for a span of days."""

from __future__ import annotations

from datetime import date

from django.db import transaction

from comity.kernel import clock
from comity.kernel.period import Period
from comity.ledger.actions.record import record
from comity.people.access import administrator
from comity.people.models.mandate import Mandate
from comity.people.models.user import User
from comity.people.rules.events import RoleGranted
from comity.people.rules.refusal import Refused
from comity.people.rules.roles import Role


@transaction.atomic
def grant_role(
    user: User, role: Role, *, valid_from: date | None = None, valid_to: date | None = None, by: User | None
) -> None:
    """`role` for `user` from `valid_from` (default: today where the user is) to `valid_to`, which is excluded.

    `by` is an administrator, or None for the node's console. Raises NotEntitled, or Refused: the user is deactivated,
    the span ends before it starts, or the user holds the role on some of these days already.
    """
    actor = administrator(by)
    user = User.objects.select_for_update(no_key=True).get(pk=user.pk)
    start = valid_from or clock.today(user.zone)
    _check(user, role, start, valid_to)
    Mandate.objects.create(user=user, role=role, valid_from=start, valid_to=valid_to, created_at=clock.now())
    record(
        RoleGranted(subject=user.subject, username=user.username, role=role.value, valid_from=start, valid_to=valid_to),
        actor=actor,
    )


def _check(user: User, role: Role, start: date, end: date | None) -> None:
    if not user.is_active:
        raise Refused("user", f"{user.display_name} is deactivated. Reactivate the user first.")
    if end is not None and end <= start:
        raise Refused("valid_to", f"The mandate would end on {end}, which is not after its start on {start}.")
    for held in Mandate.objects.filter(user=user, role=role):
        if held.valid_to != held.valid_from and Period(held.valid_from, held.valid_to).overlaps(Period(start, end)):
            until = f"until {held.valid_to}" if held.valid_to else "until further notice"
            raise Refused(
                "role",
                f"{user.display_name} holds the role of {role.label.lower()} from {held.valid_from} {until} already."
                " Choose other days, or revoke that mandate first.",
            )
