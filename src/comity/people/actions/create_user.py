"""Adding a person who may sign in. Roles come separately, by mandate."""

from __future__ import annotations

from django.contrib.auth.password_validation import validate_password
from django.core.exceptions import ValidationError
from django.core.validators import validate_email
from django.db import transaction

from comity.kernel import clock
from comity.ledger.actions.record import record
from comity.people.access import administrator
from comity.people.models.user import User
from comity.people.rules.events import UserCreated
from comity.people.rules.refusal import Refused
from comity.people.rules.user import display_name_from, time_zone_from, username_from


@transaction.atomic
def create_user(
    *,
    username: str,
    display_name: str,
    password: str,
    email: str = "",
    time_zone: str = "UTC",
    by: User | None,
) -> User:
    """A new user without roles. `by` is an administrator, or None for the node's console.

    Raises NotEntitled, or Refused with the field at fault: a username that is taken, a password that is too weak.
    """
    actor = administrator(by)
    user = User(
        username=username_from(username),
        display_name=display_name_from(display_name),
        email=_email_from(email),
        time_zone=time_zone_from(time_zone),
        created_at=clock.now(),
    )
    if User.objects.filter(username=user.username).exists():
        raise Refused("username", f"There is a user named “{user.username}” already. Choose another username.")
    set_checked_password(user, password)
    user.save()
    record(UserCreated(subject=user.subject, username=user.username, display_name=user.display_name), actor=actor)
    return user


def set_checked_password(user: User, password: str) -> None:
    """Give `user` the hash of `password`, unsaved. Raises Refused with what makes the password too weak."""
    try:
        validate_password(password, user)
    except ValidationError as problem:
        raise Refused("password", " ".join(problem.messages)) from problem
    user.set_password(password)


def _email_from(text: str) -> str:
    email = text.strip()
    if email:
        try:
            validate_email(email)
        except ValidationError as problem:
            raise Refused("email", f"“{email[:60]}” is not an e-mail address. Leave it out or correct it.") from problem
    return email
