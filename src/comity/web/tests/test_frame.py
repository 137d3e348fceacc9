"""The frame around every page: who sees which places, the theme, the pages that say what went wrong."""

import pytest
from django.test import Client
from django.views.defaults import server_error

from comity.casework.rules.refusal import NotFound
from comity.people.rules.roles import NotEntitled, Role
from comity.web.rail import rail_for

pytestmark = pytest.mark.django_db


def labels(**visitor):
    return [link.label for section in rail_for("/", **visitor) for link in section.links]


def test_a_visitor_sees_only_what_is_public():
    seen = labels(signed_in=False, roles=())
    assert "Desk" not in seen
    assert "Node" not in seen


def test_the_node_is_for_administrators_and_auditors():
    assert "Node" not in labels(signed_in=True, roles=[Role.DRAFTER])
    assert "Node" in labels(signed_in=True, roles=[Role.AUDITOR])


def test_the_place_of_the_page_is_marked(signed_in):
    page = signed_in(Role.DRAFTER).get("/").content.decode()
    assert 'href="/" aria-current="page"' in page
    assert "Drafter" in page


def test_a_visitor_of_the_desk_is_asked_to_sign_in(client):
    answer = client.get("/")
    assert answer.status_code == 302
    assert answer["Location"] == "/sign-in/?next=/"


def test_the_policy_forbids_what_is_inline(client):
    policy = client.get("/sign-in/")["Content-Security-Policy"]
    assert "default-src 'none'" in policy
    assert "unsafe" not in policy


@pytest.mark.parametrize(("cookie", "theme"), [("dark", "dark"), ("light", "light"), ("<script>", "auto")])
def test_the_theme_is_in_the_first_byte(client, cookie, theme):
    client.cookies["theme"] = cookie
    assert f'data-bs-theme="{theme}"' in client.get("/sign-in/").content.decode()


def test_a_theme_is_chosen_without_scripts(client):
    answer = client.post("/theme/", {"theme": "dark", "back": "/sign-in/"})
    assert answer["Location"] == "/sign-in/"
    assert client.cookies["theme"].value == "dark"


def test_a_theme_leads_back_to_this_node_only(client):
    assert client.post("/theme/", {"theme": "dark", "back": "https://example.org/"})["Location"] == "/"
    assert client.post("/theme/", {"theme": "purple"}).status_code == 400


def test_an_address_that_is_not_there(client):
    answer = client.get("/nowhere/")
    assert answer.status_code == 404
    assert "There is no such page" in answer.content.decode()


def test_a_form_without_the_sessions_mark():
    answer = Client(enforce_csrf_checks=True).post("/sign-in/", {"username": "x", "password": "y"})
    assert answer.status_code == 403
    assert "The form was too old" in answer.content.decode()


def test_a_role_that_is_missing_is_named(signed_in, monkeypatch):
    def refuse(*_):
        raise NotEntitled("This needs the role of auditor.")

    monkeypatch.setattr("comity.web.pages.desk.render", refuse)
    answer = signed_in(Role.DRAFTER).get("/")
    assert answer.status_code == 403
    assert "This needs the role of auditor." in answer.content.decode()


def test_a_hidden_row_and_a_missing_one_look_like_an_address_that_is_not_there(signed_in, monkeypatch):
    def miss(*_):
        raise NotFound("case")

    client = signed_in(Role.DRAFTER)
    monkeypatch.setattr("comity.web.pages.desk.render", miss)
    answer = client.get("/")
    assert answer.status_code == 404
    assert "There is no such page" in answer.content.decode()


def test_a_failure_says_so_without_asking_the_database(rf, django_assert_num_queries):
    with django_assert_num_queries(0):
        answer = server_error(rf.get("/"))
    assert answer.status_code == 500
    assert b"This page failed" in answer.content
