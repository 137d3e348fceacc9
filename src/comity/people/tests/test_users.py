"""Adding users and ending that they sign in, against a real database."""

from __future__ import annotations

from typing import Any

import pytest
from django.db import IntegrityError, transaction

from comity.ledger.queries.entries import entries_about
from comity.people.access import require, user_named
from comity.people.actions.change_password import change_password
from comity.people.actions.create_user import create_user
from comity.people.actions.deactivate_user import deactivate_user
from comity.people.actions.grant_role import grant_role
from comity.people.actions.reactivate_user import reactivate_user
from comity.people.actions.reset_password import reset_password
from comity.people.models.user import User
from comity.people.queries.roles import roles_of
from comity.people.queries.users import users
from comity.people.rules.refusal import Refused
from comity.people.rules.roles import NotEntitled, Role

pytestmark = pytest.mark.django_db

PASSWORD = "a lamp in the north window"


def _user(username: str, *roles: Role, **given: Any) -> User:
    user = create_user(
        **{"username": username, "display_name": username.title(), "password": PASSWORD, "by": None} | given
    )
    for role in roles:
        grant_role(user, role, by=None)
    return user


def test_a_new_user_is_recorded_without_the_password() -> None:
    user = _user("Drafter", time_zone="Asia/Tbilisi", email="drafter@example.org")
    (entry,) = entries_about(user.subject)
    assert (entry.name, entry.actor_reference) == ("user-created", "console")
    assert entry.payload == {"username": "drafter", "display_name": "Drafter"}
    assert user.check_password(PASSWORD)
    assert user_named("DRAFTER ") == user


@pytest.mark.parametrize(
    ("field", "given"),
    [
        ("username", {"username": "taken"}),
        ("username", {"username": "TAKEN"}),
        ("username", {"username": "no spaces"}),
        ("display_name", {"display_name": " "}),
        ("email", {"email": "nobody"}),
        ("time_zone", {"time_zone": "Mars/Olympus"}),
        ("password", {"password": "short"}),
        ("password", {"password": "password1234"}),
        ("password", {"username": "northwindow", "password": "northwindow1"}),
    ],
)
def test_what_is_wrong_is_named_and_nothing_is_saved(field: str, given: dict[str, str]) -> None:
    _user("taken")
    with pytest.raises(Refused) as refused:
        _user(**{"username": "newcomer"} | given)
    assert refused.value.field == field
    assert [user.username for user in users()] == ["taken"]


def test_only_an_administrator_may_add_users() -> None:
    drafter, administrator = _user("drafter", Role.DRAFTER), _user("chief", Role.ADMINISTRATOR)
    with pytest.raises(NotEntitled, match="administrator"):
        _user("newcomer", by=drafter)
    added = _user("newcomer", by=administrator)
    assert entries_about(added.subject)[0].actor_reference == administrator.subject


def test_the_database_itself_keeps_usernames_in_lower_case() -> None:
    user = _user("drafter")
    with pytest.raises(IntegrityError), transaction.atomic():
        User.objects.filter(pk=user.pk).update(username="Drafter")


def test_a_deactivated_user_has_no_role_until_reactivated() -> None:
    user = _user("drafter", Role.DRAFTER)
    deactivate_user(user, by=None)
    assert roles_of(user) == frozenset()
    with pytest.raises(NotEntitled):
        require(user, Role.DRAFTER)
    with pytest.raises(Refused, match="deactivated already"):
        deactivate_user(user, by=None)
    reactivate_user(user, by=None)
    require(user, Role.DRAFTER)
    assert [entry.name for entry in entries_about(user.subject)][-2:] == ["user-deactivated", "user-reactivated"]


def test_the_last_administrator_stays() -> None:
    chief, deputy = _user("chief", Role.ADMINISTRATOR), _user("deputy", Role.ADMINISTRATOR)
    deactivate_user(deputy, by=chief)
    with pytest.raises(Refused, match="last administrator"):
        deactivate_user(chief, by=chief)
    reactivate_user(deputy, by=chief)
    deactivate_user(chief, by=chief)


def test_a_user_changes_the_password_knowing_the_present_one() -> None:
    user = _user("drafter")
    with pytest.raises(Refused, match="not your present password"):
        change_password(user, current="guess", new="another lamp altogether")
    with pytest.raises(Refused, match="present one"):
        change_password(user, current=PASSWORD, new=PASSWORD)
    with pytest.raises(Refused):
        change_password(user, current=PASSWORD, new="short")
    change_password(user, current=PASSWORD, new="another lamp altogether")
    user.refresh_from_db()
    assert user.check_password("another lamp altogether")
    entry = entries_about(user.subject)[-1]
    assert (entry.name, entry.actor_reference) == ("password-changed", user.subject)


def test_an_administrator_gives_a_new_password() -> None:
    user, chief = _user("drafter"), _user("chief", Role.ADMINISTRATOR)
    with pytest.raises(NotEntitled):
        reset_password(chief, new="another lamp altogether", by=user)
    reset_password(user, new="another lamp altogether", by=chief)
    user.refresh_from_db()
    assert user.check_password("another lamp altogether")
    assert entries_about(user.subject)[-1].actor_reference == chief.subject


def test_listing_users_takes_two_queries(django_assert_num_queries: Any) -> None:
    for name in ("anna", "boris", "carlo"):
        _user(name, Role.DRAFTER, Role.EDITOR)
    with django_assert_num_queries(2):
        listed = users()
    assert [(user.username, sorted(user.roles)) for user in listed] == [
        (name, ["drafter", "editor"]) for name in ("anna", "boris", "carlo")
    ]
