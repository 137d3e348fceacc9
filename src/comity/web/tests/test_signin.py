"""Signing in and out."""

import pytest
from django.test import Client

from comity.people.rules.roles import Role

pytestmark = pytest.mark.django_db
PASSWORD = "a long enough password"


def sign_in(client, name="drafter", password=PASSWORD, **more):
    return client.post("/sign-in/", {"username": name, "password": password, **more})


@pytest.fixture(autouse=True)
def drafter(cast):
    return cast("drafter", Role.DRAFTER)


def test_a_user_signs_in_whatever_the_case_of_the_name(client):
    assert sign_in(client, "Drafter")["Location"] == "/"
    assert client.get("/").status_code == 200


def test_signing_in_leads_to_where_one_wanted_to_go_but_never_elsewhere(client):
    assert sign_in(client, next="/sign-in/?x")["Location"] == "/sign-in/?x"
    client.post("/sign-out/")
    assert sign_in(client, next="https://example.org/")["Location"] == "/"


def test_a_wrong_password_is_answered_in_words(client):
    page = sign_in(client, password="wrong").content.decode()
    assert "do not belong together" in page
    assert sign_in(client, "nobody", "wrong").content.decode().count("do not belong together") == 1


def test_what_is_missing_is_named(client):
    page = sign_in(client, "", "").content.decode()
    assert "Give your user name." in page
    assert "Give your password." in page


def test_five_wrong_passwords_pause_the_sign_in_and_say_until_when(client):
    for _ in range(5):
        answer = sign_in(client, "DRAFTER" if _ % 2 else "drafter", "wrong")
    assert answer.status_code == 429
    page = answer.content.decode()
    assert "Sign-in is paused" in page
    assert "Try again after" in page
    assert sign_in(client).status_code == 429


def test_signing_out_takes_a_post(client):
    sign_in(client)
    assert client.get("/sign-out/").status_code == 405
    assert client.post("/sign-out/")["Location"] == "/sign-in/"
    assert client.get("/").status_code == 302


def choose(client, language):
    return client.post("/language/", {"language": language, "back": "/"})


def test_the_language_chosen_here_is_spoken_where_one_signs_in_next(client):
    sign_in(client)
    choose(client, "ka")
    elsewhere = Client()
    elsewhere.cookies["language"] = "uk"
    sign_in(elsewhere)
    assert elsewhere.cookies["language"].value == "ka"
    assert '<html lang="ka"' in elsewhere.get("/").content.decode()


def test_a_browsers_language_stays_where_the_account_has_none(client):
    choose(client, "uk")
    assert "language" not in sign_in(client).cookies
    assert '<html lang="uk"' in client.get("/").content.decode()
