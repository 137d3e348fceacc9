"""Ending that a user can sign in. The row stays, since requests and the ledger name it; sessions end at once."""

from __future__ import annotations

from django.db import transaction

from comity.kernel import clock
from comity.ledger.actions.record import record
from comity.people.access import administrator
from comity.people.actions.keep_administrator import keep_administrator
from comity.people.models.user import User
from comity.people.queries.roles import roles_of
from comity.people.rules.events import UserDeactivated
from comity.people.rules.refusal import Refused
from comity.people.rules.roles import Role


@transaction.atomic
def deactivate_user(user: User, *, by: User | None) -> None:
    """`user` can no longer sign in, and has no role while deactivated.

    `by` is an administrator, or None for the node's console. Raises NotEntitled, or Refused: deactivated already, or
    the last administrator.
    """
    actor = administrator(by)
    if Role.ADMINISTRATOR in roles_of(user):
        keep_administrator(without=user, day=clock.today(user.zone))
    row = User.objects.select_for_update(no_key=True).get(pk=user.pk)
    if not row.is_active:
        raise Refused("user", f"{row.display_name} is deactivated already.")
    row.is_active = user.is_active = False
    row.save(update_fields=["is_active"])
    record(UserDeactivated(subject=row.subject, username=row.username), actor=actor)
