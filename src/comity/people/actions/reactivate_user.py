"""Letting a deactivated user sign in again."""

from __future__ import annotations

from django.db import transaction

from comity.ledger.actions.record import record
from comity.people.access import administrator
from comity.people.models.user import User
from comity.people.rules.events import UserReactivated
from comity.people.rules.refusal import Refused


@transaction.atomic
def reactivate_user(user: User, *, by: User | None) -> None:
    """`user` can sign in again, with the mandates that still run.

    `by` is an administrator, or None for the node's console. Raises NotEntitled, or Refused where the user is active.
    """
    actor = administrator(by)
    row = User.objects.select_for_update(no_key=True).get(pk=user.pk)
    if row.is_active:
        raise Refused("user", f"{row.display_name} is active already.")
    row.is_active = user.is_active = True
    row.save(update_fields=["is_active"])
    record(UserReactivated(subject=row.subject, username=row.username), actor=actor)
