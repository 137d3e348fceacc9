"""An administrator's new password for a user who has lost theirs. All sessions of that user end with it."""

from __future__ import annotations

from django.db import transaction

from comity.ledger.actions.record import record
from comity.people.access import administrator
from comity.people.actions.create_user import set_checked_password
from comity.people.models.user import User
from comity.people.rules.events import PasswordChanged


@transaction.atomic
def reset_password(user: User, *, new: str, by: User | None) -> None:
    """`by` is an administrator, or None for the node's console. Raises NotEntitled, or Refused for a weak password."""
    actor = administrator(by)
    set_checked_password(user, new)
    user.save(update_fields=["password"])
    record(PasswordChanged(subject=user.subject, username=user.username), actor=actor)
