"""Roles by mandate: from a day, to a day, never twice, never without an administrator."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, date, datetime
from threading import Barrier

import pytest
from django.db import connection

from comity.kernel import clock
from comity.ledger.queries.entries import entries_about
from comity.people.access import require
from comity.people.actions.create_user import create_user
from comity.people.actions.deactivate_user import deactivate_user
from comity.people.actions.grant_role import grant_role
from comity.people.actions.revoke_role import revoke_role
from comity.people.models.mandate import Mandate
from comity.people.models.user import User
from comity.people.queries.roles import roles_of
from comity.people.queries.users import user_view, users_with
from comity.people.rules.refusal import Refused
from comity.people.rules.roles import NotEntitled, Role

pytestmark = pytest.mark.django_db

MAY_1, MAY_10, MAY_20 = date(2026, 5, 1), date(2026, 5, 10), date(2026, 5, 20)


def _user(username: str, zone: str = "UTC") -> User:
    return create_user(
        username=username, display_name=username.title(), password="a lamp in the window", time_zone=zone, by=None
    )


@pytest.fixture
def user() -> User:
    return _user("drafter")


def test_a_mandate_covers_its_first_day_and_not_its_last(user: User) -> None:
    grant_role(user, Role.DRAFTER, valid_from=MAY_10, valid_to=MAY_20, by=None)
    held = {day: roles_of(user, date(2026, 5, day)) for day in (9, 10, 19, 20)}
    assert held == {9: frozenset(), 10: {Role.DRAFTER}, 19: {Role.DRAFTER}, 20: frozenset()}


def test_today_is_the_users_own_day() -> None:
    user = _user("duty", "Asia/Tbilisi")
    with clock.frozen(datetime(2026, 5, 9, 21, 30, tzinfo=UTC)):
        grant_role(user, Role.DUTY_OFFICER, by=None)
        assert Mandate.objects.get().valid_from == MAY_10
        require(user, Role.DUTY_OFFICER, Role.DRAFTER)


def test_a_role_is_not_given_twice_for_one_day(user: User) -> None:
    grant_role(user, Role.DRAFTER, valid_from=MAY_10, valid_to=MAY_20, by=None)
    for start, end in ((MAY_1, None), (MAY_10, MAY_20), (date(2026, 5, 19), None), (MAY_1, date(2026, 5, 11))):
        with pytest.raises(Refused, match="holds the role of drafter from 2026-05-10 until 2026-05-20 already"):
            grant_role(user, Role.DRAFTER, valid_from=start, valid_to=end, by=None)
    grant_role(user, Role.DRAFTER, valid_from=MAY_1, valid_to=MAY_10, by=None)
    grant_role(user, Role.DRAFTER, valid_from=MAY_20, by=None)
    grant_role(user, Role.APPROVER, valid_from=MAY_10, by=None)
    assert Mandate.objects.count() == 4


def test_a_mandate_ends_after_its_start(user: User) -> None:
    with pytest.raises(Refused, match="not after its start"):
        grant_role(user, Role.DRAFTER, valid_from=MAY_10, valid_to=MAY_10, by=None)


def test_granting_and_revoking_are_recorded(user: User) -> None:
    grant_role(user, Role.DRAFTER, valid_from=MAY_1, by=None)
    revoke_role(user, Role.DRAFTER, from_day=MAY_10, by=None)
    granted, revoked = entries_about(user.subject)[-2:]
    assert granted.payload == {"username": "drafter", "role": "drafter", "valid_from": "2026-05-01", "valid_to": None}
    assert revoked.payload == {"username": "drafter", "role": "drafter", "from_day": "2026-05-10"}
    assert roles_of(user, date(2026, 5, 9)) == {Role.DRAFTER}
    assert roles_of(user, MAY_10) == frozenset()


def test_revoking_on_the_first_day_leaves_no_day_and_a_free_place(user: User) -> None:
    grant_role(user, Role.DRAFTER, valid_from=MAY_10, by=None)
    revoke_role(user, Role.DRAFTER, from_day=MAY_10, by=None)
    assert roles_of(user, MAY_10) == frozenset()
    with pytest.raises(Refused, match="does not hold"):
        revoke_role(user, Role.DRAFTER, from_day=MAY_10, by=None)
    grant_role(user, Role.DRAFTER, valid_from=MAY_10, by=None)
    assert roles_of(user, MAY_10) == {Role.DRAFTER}


def test_revoking_ends_what_would_begin_later(user: User) -> None:
    grant_role(user, Role.DRAFTER, valid_from=MAY_20, by=None)
    revoke_role(user, Role.DRAFTER, from_day=MAY_10, by=None)
    assert roles_of(user, MAY_20) == frozenset()


def test_the_last_administrator_keeps_the_role(user: User) -> None:
    grant_role(user, Role.ADMINISTRATOR, by=None)
    with pytest.raises(Refused, match="last administrator"):
        revoke_role(user, Role.ADMINISTRATOR, by=None)
    deputy = _user("deputy")
    grant_role(deputy, Role.ADMINISTRATOR, by=user)
    revoke_role(user, Role.ADMINISTRATOR, by=deputy)
    with pytest.raises(NotEntitled):
        grant_role(user, Role.ADMINISTRATOR, by=user)


def test_a_deactivated_user_is_given_nothing(user: User) -> None:
    deactivate_user(user, by=None)
    with pytest.raises(Refused, match="Reactivate"):
        grant_role(user, Role.DRAFTER, by=None)


def test_pages_see_running_and_coming_mandates(user: User) -> None:
    with clock.frozen(datetime(2026, 5, 10, 12, tzinfo=UTC)):
        grant_role(user, Role.DRAFTER, valid_from=MAY_1, valid_to=MAY_10, by=None)
        grant_role(user, Role.APPROVER, valid_from=MAY_10, by=None)
        grant_role(user, Role.EDITOR, valid_from=MAY_20, by=None)
        view = user_view(user)
        assert view.roles == {Role.APPROVER}
        assert [mandate.role for mandate in view.mandates] == [Role.APPROVER, Role.EDITOR]
        assert [found.username for found in users_with(Role.APPROVER)] == ["drafter"]
        assert users_with(Role.EDITOR) == []


@pytest.mark.django_db(transaction=True)
def test_two_administrators_cannot_remove_each_other_at_once() -> None:
    chief, deputy = _user("chief"), _user("deputy")
    grant_role(chief, Role.ADMINISTRATOR, by=None)
    grant_role(deputy, Role.ADMINISTRATOR, by=None)
    ready = Barrier(2)

    def remove(user: User) -> bool:
        ready.wait()
        try:
            revoke_role(user, Role.ADMINISTRATOR, by=None)
        except Refused:
            return False
        finally:
            connection.close()
        return True

    with ThreadPoolExecutor(2) as pool:
        removed = list(pool.map(remove, [chief, deputy]))
    assert sorted(removed) == [False, True]
    assert len(users_with(Role.ADMINISTRATOR)) == 1


@pytest.mark.django_db(transaction=True)
def test_one_role_is_not_given_twice_at_once() -> None:
    user = _user("drafter")
    ready = Barrier(3)

    def give(_: int) -> bool:
        ready.wait()
        try:
            grant_role(user, Role.DRAFTER, by=None)
        except Refused:
            return False
        finally:
            connection.close()
        return True

    with ThreadPoolExecutor(3) as pool:
        given = list(pool.map(give, range(3)))
    assert sorted(given) == [False, False, True]
    assert Mandate.objects.count() == 1
