"""The people of a made-up past: enough of each role that no one person did everything. Nobody can sign in as them."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, timedelta

from comity.casework.rules.made_up.step import Hand
from comity.kernel import clock
from comity.people.actions.grant_role import grant_role
from comity.people.models.user import User
from comity.people.rules.roles import Role

_CAST = {
    Hand.DRAFTER: (Role.DRAFTER, 8),
    Hand.APPROVER: (Role.APPROVER, 4),
    Hand.DUTY: (Role.DUTY_OFFICER, 6),
}


def seed_users(since: date) -> Mapping[Hand, tuple[User, ...]]:
    """The cast, made where it is not there yet, with mandates from the day before `since`."""
    return {
        hand: tuple(_user(role, number, since) for number in range(1, most + 1)) for hand, (role, most) in _CAST.items()
    }


def _user(role: Role, number: int, since: date) -> User:
    user, made = User.objects.get_or_create(
        username=f"load-{role}-{number}",
        defaults={
            "display_name": f"{role.label} {number}, load test",
            "time_zone": "Asia/Tbilisi",
            "created_at": clock.now(),
        },
    )
    if made:
        user.set_unusable_password()
        user.save(update_fields=["password"])
        grant_role(user, role, valid_from=since - timedelta(days=1), by=None)
    return user
