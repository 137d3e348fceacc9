"""A user's own change of password. All other sessions of the user end with it."""

from __future__ import annotations

from django.db import transaction

from comity.kernel.words import say
from comity.ledger.actions.record import record
from comity.people.actions.create_user import set_checked_password
from comity.people.models.user import User
from comity.people.rules.events import PasswordChanged
from comity.people.rules.refusal import Refused


@transaction.atomic
def change_password(user: User, *, current: str, new: str) -> None:
    """Raises Refused where `current` is not the user's password, or `new` is too weak or the same."""
    if not user.check_password(current):
        raise Refused("current", say("That is not your present password. Type it again."))
    if new == current:
        raise Refused("password", say("The new password is the present one. Choose another."))
    set_checked_password(user, new)
    user.save(update_fields=["password"])
    record(PasswordChanged(subject=user.subject, username=user.username), actor=user.actor)
