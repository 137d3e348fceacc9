"""Signing in through the real page: the rate limit holds, and the ledger knows."""

from __future__ import annotations

from datetime import timedelta

import pytest
from axes.models import AccessAttempt
from django.contrib.auth import authenticate
from django.test import Client, RequestFactory
from django.urls import reverse

from comity.ledger.queries.entries import EntryView, entries_about
from comity.people.actions.create_user import create_user
from comity.people.actions.deactivate_user import deactivate_user
from comity.people.actions.record_sign_in import UNKNOWN
from comity.people.models.user import User

pytestmark = pytest.mark.django_db

PASSWORD = "a lamp in the north window"


@pytest.fixture
def user() -> User:
    return create_user(username="drafter", display_name="Drafter, Georgia", password=PASSWORD, by=None)


def _try(client: Client, username: str, password: str, address: str = "192.0.2.1") -> int:
    sent = client.post(reverse("sign-in"), {"username": username, "password": password}, REMOTE_ADDR=address)
    return sent.status_code


def _about(subject: str) -> list[EntryView]:
    return [entry for entry in entries_about(subject) if entry.name.startswith("sign")]


def test_signing_in_and_out_is_recorded(client: Client, user: User) -> None:
    assert _try(client, "Drafter", PASSWORD) == 302
    client.post(reverse("sign-out"))
    entries = _about(user.subject)
    assert [entry.name for entry in entries] == ["signed-in", "signed-out"]
    assert entries[0].payload == {"address": "192.0.2.1"}
    assert entries[0].actor_reference == user.subject


def test_the_sixth_try_is_refused_even_with_the_right_password(client: Client, user: User) -> None:
    for wrong in range(4):
        assert _try(client, "drafter", f"wrong {wrong}") == 200
    assert _try(client, "DRAFTER", "wrong 5") == 429
    assert _try(client, "drafter", PASSWORD) == 429
    assert _try(client, "drafter", "wrong 6") == 429
    entries = _about(user.subject)
    assert [entry.payload["failures"] for entry in entries] == [1, 2, 3, 4, 5]
    assert [entry.payload["locked"] for entry in entries] == [False] * 4 + [True]
    assert {entry.actor_reference for entry in entries} == {"system"}


@pytest.mark.usefixtures("user")
def test_other_doors_than_the_page_count_by_the_same_name(rf: RequestFactory) -> None:
    for written in ("drafter", "Drafter", "DRAFTER", " drafter", "drafteR"):
        assert authenticate(rf.post("/"), username=written, password="wrong") is None
    assert authenticate(rf.post("/"), username="drafter", password=PASSWORD) is None


@pytest.mark.usefixtures("user")
def test_another_address_is_not_shut_out(client: Client) -> None:
    for _ in range(5):
        _try(client, "drafter", "wrong")
    assert _try(client, "drafter", PASSWORD, address="192.0.2.2") == 302


@pytest.mark.usefixtures("user")
def test_a_forwarded_address_does_not_begin_a_new_count(client: Client) -> None:
    for number in range(5):
        client.post(
            reverse("sign-in"),
            {"username": "drafter", "password": "wrong"},
            REMOTE_ADDR="192.0.2.1",
            headers={"x-forwarded-for": f"198.51.100.{number}"},
        )
    assert _try(client, "drafter", PASSWORD) == 429


@pytest.mark.usefixtures("user")
def test_after_a_quarter_of_an_hour_the_user_may_try_again(client: Client) -> None:
    for _ in range(5):
        _try(client, "drafter", "wrong")
    for attempt in AccessAttempt.objects.all():
        AccessAttempt.objects.filter(pk=attempt.pk).update(attempt_time=attempt.attempt_time - timedelta(minutes=16))
    assert _try(client, "drafter", PASSWORD) == 302


def test_what_was_typed_is_not_kept_where_there_is_no_such_user(client: Client) -> None:
    _try(client, "correct horse battery", "oops")
    (entry,) = _about(UNKNOWN)
    assert "correct horse" not in str(entry)


def test_no_password_reaches_the_database(client: Client, user: User) -> None:
    _try(client, "drafter", "wrong-secret")
    _try(client, "drafter", PASSWORD)
    assert "wrong-secret" not in str(_about(user.subject))
    assert not AccessAttempt.objects.filter(post_data__contains="wrong-secret").exists()


def test_a_deactivated_user_stays_out_and_loses_the_session(client: Client, user: User) -> None:
    _try(client, "drafter", PASSWORD)
    deactivate_user(user, by=None)
    assert client.get(reverse("desk")).status_code == 302
    assert _try(Client(), "drafter", PASSWORD) == 200


def test_passwords_are_hashed_with_argon2id(user: User) -> None:
    assert user.password.startswith("argon2$argon2id$v=19$m=47104,t=1,p=1$")
