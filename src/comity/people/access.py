"""The one door from a user to what a role allows, and to the rows of users. Other floors guard their own rows."""

from __future__ import annotations

from comity.ledger.rules.actor import CONSOLE, Actor
from comity.people.models.user import User
from comity.people.queries.roles import roles_of
from comity.people.rules.refusal import Refused
from comity.people.rules.roles import NotEntitled, Role, needs

Person = User
"""Somebody who signed in, for doors that hand one on: they import no table."""


def person(visitor: object) -> User:
    """The person behind a request's user. Raises NotEntitled for a visitor who has not signed in."""
    if not isinstance(visitor, User):
        raise NotEntitled("Sign in first: this is not open to visitors.")
    return visitor


def require(user: User, *roles: Role) -> frozenset[Role]:
    """All that `user` holds today, where at least one of `roles` is among them.

    Raises NotEntitled, whose sentence says which would do.
    """
    held = roles_of(user)
    if not held.intersection(roles):
        raise NotEntitled(needs(roles))
    return held


def administrator(by: User | None) -> Actor:
    """The actor of an administrator's action; nobody (None) is the node's console, which may do all.

    Raises NotEntitled for a user who is not an administrator.
    """
    if by is None:
        return CONSOLE
    require(by, Role.ADMINISTRATOR)
    return by.actor


def user_named(username: str) -> User:
    """The user of this name, whatever its case. Raises Refused where there is none."""
    try:
        return User.objects.get_by_natural_key(username.strip())
    except User.DoesNotExist:
        raise Refused("username", f"There is no user named “{username[:60]}”.") from None
