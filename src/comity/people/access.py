"""The one door from a user to what a role allows. Which rows a user may see is decided by the floor that has them."""

from __future__ import annotations

from comity.people.models.user import User
from comity.people.queries.roles import roles_of
from comity.people.rules.roles import NotEntitled, Role, needs


def require(user: User, *roles: Role) -> None:
    """Pass where `user` has at least one of `roles` today. Raises NotEntitled, whose sentence says which would do."""
    if not roles_of(user).intersection(roles):
        raise NotEntitled(needs(roles))
