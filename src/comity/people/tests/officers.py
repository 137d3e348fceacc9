"""Duty officers and others for the tests of shifts and tokens."""

from __future__ import annotations

from datetime import date

from comity.people.actions.create_user import create_user
from comity.people.actions.grant_role import grant_role
from comity.people.models.user import User
from comity.people.rules.roles import Role

PASSWORD = "a lamp in the north window"


def user(username: str, *roles: Role, zone: str = "Asia/Tbilisi", until: date | None = None) -> User:
    """Somebody with these roles from 2026 on, to `until`."""
    made = create_user(
        username=username, display_name=f"{username.title()}, Georgia", password=PASSWORD, time_zone=zone, by=None
    )
    for role in roles:
        grant_role(made, role, valid_from=date(2026, 1, 1), valid_to=until, by=None)
    return made
