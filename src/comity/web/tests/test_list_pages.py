"""Search, and the list of requests: found, filtered, kept, exported, and acted on row by row."""

from __future__ import annotations

import csv
import io
import json

import pytest

from comity.casework.models import Request
from comity.casework.queries.saved_filters import saved_filters
from comity.people.rules.roles import Role

pytestmark = pytest.mark.django_db


def body(response):
    return b"".join(response.streaming_content).decode() if response.streaming else response.content.decode()


def test_the_search_finds_requests_and_cases(world, at):
    reference = at("in-review", summary="The turbines were stopped")
    found = body(world.duty.get("/search/?q=turbine"))
    assert reference in found
    assert "Ransomware" in body(world.duty.get("/search/?q=ransom"))
    assert reference in body(world.duty.get(f"/search/?q={reference}"))
    assert "Nothing found" in body(world.duty.get("/search/?q=lighthouse"))
    assert "Nothing found" in body(world.editor.get("/search/?q=turbine"))


def test_the_search_box_is_on_every_page_of_whoever_has_a_role(world, signed_in, client):
    assert 'id="search"' in body(world.duty.get("/"))
    assert 'id="search"' not in body(signed_in().get("/"))
    assert 'id="search"' not in body(client.get("/verify/"))


def test_the_list_is_filtered_by_its_address(world, at):
    review, approved = at("in-review"), at("approved", requested_country="AM", urgency="routine")
    every = body(world.duty.get("/requests/"))
    assert review in every
    assert approved in every
    for query, there, gone in [
        ("state=approved", approved, review),
        (f"q={review}", review, approved),
        ("q=ransomware&state=in-review", review, approved),
    ]:
        found = body(world.duty.get(f"/requests/?{query}"))
        assert there in found
        assert gone not in found
    assert "No request found" in body(world.duty.get("/requests/?direction=incoming"))


def test_scripts_get_the_table_alone(world, at):
    at("in-review")
    answer = world.duty.get("/requests/?state=in-review", headers={"HX-Request": "true"})
    assert "<html" not in body(answer)
    assert "HX-Request" in answer["Vary"]


@pytest.mark.parametrize(
    "query", ["?after=9", "?after=99999999999999999.1", "?before=x", "?state=gone&kind=none", "?q=%00", "?country=!!"]
)
def test_an_address_that_says_nonsense_is_no_failure(world, at, query):
    at("in-review")
    for page in ("/requests/", "/requests/print/", "/requests/export.json"):
        assert world.duty.get(page + query).status_code == 200


def test_the_list_is_taken_along(world, at):
    reference = at("approved")
    Request.objects.update(their_reference="=1+1")
    table = world.duty.get("/requests/export.csv?state=approved")
    assert "attachment" in table["Content-Disposition"]
    rows = list(csv.DictReader(io.StringIO(body(table).lstrip("\ufeff"))))
    assert [row["reference"] for row in rows] == [reference]
    assert rows[0]["their_reference"] == "'=1+1"
    told = json.loads(body(world.duty.get("/requests/export.json")))
    assert [row["state"] for row in told] == ["approved"]
    assert json.loads(body(world.editor.get("/requests/export.json"))) == []
    assert world.duty.get("/requests/export.pdf").status_code == 404
    assert reference in body(world.duty.get("/requests/print/"))


def test_what_is_ticked_is_acknowledged_row_by_row(world, at):
    reference = at("ready")
    form = {"do": "acknowledge", "reference": [reference, "GE-1999-00001"]}
    found = body(world.duty.post("/requests/chosen/", form))
    assert "0 of 2 acknowledged" in found
    assert "not possible now" in found
    assert "no such request" in found


@pytest.mark.parametrize("do", ["csv", "json", "print"])
def test_what_is_ticked_is_taken_along(world, at, do):
    reference, other = at("ready"), at("approved")
    found = body(world.duty.post("/requests/chosen/", {"do": do, "reference": [reference]}))
    assert reference in found
    assert other not in found


@pytest.mark.parametrize("form", [{}, {"do": "acknowledge"}, {"do": "burn", "reference": "GE-2026-90001"}])
def test_nothing_ticked_leads_back(world, form):
    answer = world.duty.post("/requests/chosen/", form, follow=True)
    assert answer.redirect_chain == [("/requests/", 302)]
    assert "No request is ticked" in body(answer)


def test_a_filter_is_kept_renamed_and_deleted(world):
    answer = world.duty.post("/requests/filters/", {"name": "To Ukraine", "query": "country=UA"})
    assert answer.url == "/requests/?country=UA"
    assert "To Ukraine" in body(world.duty.get("/requests/"))
    assert "To Ukraine" not in body(world.drafter.get("/requests/"))
    (kept,) = saved_filters(world.users["duty"])
    assert world.drafter.post(f"/requests/filters/{kept.key}/", {"name": "Mine"}).status_code == 404
    world.duty.post(f"/requests/filters/{kept.key}/", {"name": "Kyiv"})
    assert "Kyiv" in body(world.duty.get("/requests/"))
    assert world.drafter.post(f"/requests/filters/{kept.key}/delete/").status_code == 404
    world.duty.post(f"/requests/filters/{kept.key}/delete/")
    assert not saved_filters(world.users["duty"])


def test_a_filter_that_takes_the_place_of_another_says_so(world):
    for query, sentence in (
        ("country=UA", "“Mine” is kept."),
        ("urgent=yes", "in place of the one that had this name"),
    ):
        answer = world.duty.post("/requests/filters/", {"name": " Mine ", "query": query}, follow=True)
        assert sentence in body(answer)


def test_one_request_is_not_called_requests(world, at):
    at("in-review", summary="The turbines were stopped")
    assert "1 request on this page" in body(world.duty.get("/requests/"))
    assert "1 request and 0 cases found" in body(world.duty.get("/search/?q=turbine"))


@pytest.mark.parametrize("name", ["", "x" * 61])
def test_a_name_that_will_not_do_is_said(world, name):
    answer = world.duty.post("/requests/filters/", {"name": name, "query": "country=UA"}, follow=True)
    assert "Name of the filter" in body(answer) or "name" in body(answer)
    assert not saved_filters(world.users["duty"])


@pytest.mark.parametrize("page", ["/search/", "/requests/", "/requests/print/", "/requests/export.csv"])
def test_a_visitor_signs_in_first(client, page):
    assert "/sign-in/" in client.get(page).url


def test_a_user_without_a_role_sees_an_empty_list(signed_in):
    assert "No request is open to you" in body(signed_in(Role.ADMINISTRATOR).get("/requests/"))
