"""One's own account: tokens shown once and revoked, and the password."""

from __future__ import annotations

import re
from datetime import UTC, datetime

import pytest
from django.test import Client

from comity.people.models.token import Token
from comity.people.queries.tokens import holder_of
from comity.people.rules.roles import Role
from comity.people.rules.scopes import Scope
from comity.people.rules.tokens import Purpose, TokenRefused
from comity.web.tests.conftest import PASSWORD

pytestmark = pytest.mark.django_db

NOW = datetime(2026, 3, 2, 10, tzinfo=UTC)
NEW = "another lamp altogether"


@pytest.fixture(autouse=True)
def _at(frozen_clock):
    frozen_clock(NOW)


@pytest.fixture
def drafter(signed_in):
    return signed_in(Role.DRAFTER)


def create(client, kind="create", **given):
    return client.post(f"/account/tokens/{kind}/", {"name": "Case system", "lasts": "90"} | given)


def secret_in(answer):
    return re.search(r"data-secret>(comity_[A-Za-z0-9_-]{43})<", answer.content.decode())[1]


def test_without_a_token_the_page_says_what_they_are_for(drafter):
    page = drafter.get("/account/tokens/").content.decode()
    assert "You have no token" in page
    assert "can never do more than you" in page


def test_a_programs_token_is_shown_once(drafter):
    answer = create(drafter, scopes=["read", "draft"])
    secret = secret_in(answer)
    assert "no-store" in answer["Cache-Control"]
    assert holder_of(secret).scopes == {Scope.READ, Scope.DRAFT}
    assert (Token.objects.get().expires_at - NOW).days == 90
    page = drafter.get("/account/tokens/").content.decode()
    assert "Case system" in page
    assert "read, draft" in page
    assert secret[7:] not in page


def test_a_calendars_token_reads_deadlines_only(drafter):
    page = create(drafter, "calendar", lasts="0", scopes=["decide"]).content.decode()
    address = re.search(r"data-secret>http://testserver(/clocks/(comity_.{43})\.ics)<", page)
    secret = address[2]
    assert Client().get(address[1])["Content-Type"].startswith("text/calendar")
    assert holder_of(secret, purpose=Purpose.CALENDAR).scopes == frozenset()
    assert "deadlines only" in drafter.get("/account/tokens/").content.decode()


@pytest.mark.parametrize(
    ("given", "sentence"),
    [
        ({}, "at least one"),
        ({"scopes": ["king"]}, "Choose from the list."),
        ({"scopes": ["read"], "name": ""}, "Name is needed."),
        ({"scopes": ["read"], "name": "x" * 61}, "Name the token in 1 to 60 characters"),
    ],
)
def test_what_is_wrong_is_said_and_nothing_is_made(drafter, given, sentence):
    answer = create(drafter, **given)
    assert answer.status_code == 422
    assert sentence in answer.content.decode()
    assert not Token.objects.exists()


def test_sending_the_form_again_makes_no_second_token(drafter):
    create(drafter, scopes=["read"])
    answer = create(drafter, scopes=["read"])
    assert answer.status_code == 422
    assert "There is a token named “Case system” already" in answer.content.decode()
    assert Token.objects.count() == 1


def test_a_user_without_a_role_makes_none(signed_in):
    answer = create(signed_in(), scopes=["read"])
    assert answer.status_code == 403
    assert "holds no role today" in answer.content.decode()


def test_a_token_is_revoked(drafter):
    secret = secret_in(create(drafter, scopes=["read"]))
    number = Token.objects.get().pk
    page = drafter.post(f"/account/tokens/{number}/revoke/", follow=True).content.decode()
    assert "The token is revoked." in page
    assert "Revoked" in page
    with pytest.raises(TokenRefused):
        holder_of(secret)
    assert "revoked already" in drafter.post(f"/account/tokens/{number}/revoke/", follow=True).content.decode()


def test_others_tokens_are_neither_seen_nor_revoked(drafter, signed_in):
    create(drafter, scopes=["read"])
    other = signed_in(Role.APPROVER)
    assert "Case system" not in other.get("/account/tokens/").content.decode()
    hidden = other.post(f"/account/tokens/{Token.objects.get().pk}/revoke/", follow=True).content.decode()
    assert "There is no such token." in hidden
    assert Token.objects.get().revoked_at is None


def test_nothing_is_revoked_by_following_a_link(drafter):
    create(drafter, scopes=["read"])
    assert drafter.get(f"/account/tokens/{Token.objects.get().pk}/revoke/").status_code == 405


@pytest.mark.parametrize("tokens", [1, 20])
def test_the_list_takes_the_same_queries_however_long(drafter, django_assert_num_queries, tokens):
    for number in range(tokens):
        create(drafter, name=f"Number {number}", scopes=["read"])
    drafter.get("/account/tokens/")
    with django_assert_num_queries(5):
        drafter.get("/account/tokens/")


def change(client, current=PASSWORD, password=NEW, again=NEW):
    return client.post("/account/password/", {"current": current, "password": password, "again": again}, follow=True)


def test_a_new_password_keeps_this_session_and_ends_the_others(drafter):
    elsewhere = Client()
    elsewhere.post("/sign-in/", {"username": "drafter", "password": PASSWORD})
    assert elsewhere.get("/").status_code == 200
    assert "Your password is changed." in change(drafter).content.decode()
    assert drafter.get("/").status_code == 200
    assert elsewhere.get("/").status_code == 302
    assert Client().post("/sign-in/", {"username": "drafter", "password": NEW}).status_code == 302


@pytest.mark.parametrize(
    ("given", "sentence"),
    [
        ({"current": "a guess"}, "not your present password"),
        ({"again": "something else entirely"}, "not the same as above"),
        ({"password": PASSWORD, "again": PASSWORD}, "Choose another"),
        ({"password": "short", "again": "short"}, "too short"),
        ({"current": ""}, "Present password is needed."),
    ],
)
def test_a_password_that_is_refused_stays(drafter, given, sentence):
    answer = change(drafter, **given)
    assert answer.status_code == 422
    page = answer.content.decode()
    assert sentence in page
    assert NEW not in page
    assert Client().post("/sign-in/", {"username": "drafter", "password": PASSWORD}).status_code == 302
