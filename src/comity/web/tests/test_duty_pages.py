"""The phone log and test calls: three fields for a call, what becomes of it, and what is said where something lacks."""

from __future__ import annotations

import pytest
from django.test import Client

from comity.casework.actions.log_call import log_call
from comity.casework.actions.record_ping import record_ping
from comity.casework.models import PhoneCall, Ping, Request

pytestmark = pytest.mark.django_db

SAID = "A bomb in a school, announced from 203.0.113.45:51514 at 2026-03-02 09:40:00 UTC+2 by @nobody."
CALL = {"country": "UA", "spoken_with": "Duty officer", "summary": SAID}


def text(response):
    return response.content.decode()


def test_three_fields_write_a_call_down(world):
    response = world.duty.post("/duty/calls/", CALL)
    call = PhoneCall.objects.get()
    assert response.headers["Location"] == f"/duty/calls/{call.pk}/"
    assert (call.direction, call.channel, call.urgent) == ("they-called", "telephone", False)
    page = text(world.duty.get("/duty/calls/"))
    assert "Ukraine" in page
    assert "A bomb in a school" in page


def test_a_call_of_an_hour_ago_is_meant_on_the_readers_clock(world):
    world.duty.post("/duty/calls/", CALL | {"at": "2026-03-02T13:10", "direction": "we-called"})
    assert PhoneCall.objects.get().at.isoformat() == "2026-03-02T09:10:00+00:00"
    world.duty.post("/duty/calls/", CALL | {"at": "2026-03-02T09:10+01:00"})
    assert PhoneCall.objects.latest("id").at.isoformat() == "2026-03-02T08:10:00+00:00"


@pytest.mark.parametrize(
    ("changes", "sentence"),
    [
        ({"country": ""}, "Nothing says which country it was"),
        ({"country": "XX"}, "This is no country of the list"),
        ({"summary": ""}, "Write down what was said"),
        ({"at": "yesterday"}, "This is not a day and a time"),
        ({"at": "2026-13-45T99:99"}, "This is not a day and a time"),
        ({"at": "2026-03-03T10:00"}, "lies in the future"),
        ({"summary": "x" * 50_000}, "50,000 characters are too many; 4,000 fit. Shorten it."),
    ],
)
def test_what_is_missing_is_said_beside_its_field_and_nothing_typed_is_lost(world, changes, sentence):
    response = world.duty.post("/duty/calls/", CALL | changes)
    assert response.status_code == 422
    assert sentence in text(response)
    assert changes.get("summary", "A bomb in a school")[:20] in text(response)
    assert not PhoneCall.objects.exists()


def test_a_call_about_a_request_that_one_does_not_see_is_refused(world, at):
    hidden = at("draft", restricted=True)
    assert world.duty.post("/duty/calls/", CALL | {"request_reference": hidden}).status_code == 404
    assert not PhoneCall.objects.exists()


def test_who_sees_no_cases_sees_no_calls(world, client):
    log_call("UA", spoken_with="Duty officer", summary=SAID, by=world.users["duty"])
    number = PhoneCall.objects.get().pk
    for address in ("/duty/calls/", "/duty/test-calls/", "/emergency/"):
        assert world.editor.get(address).status_code == 403
        assert client.get(address).status_code == 302
    assert world.editor.get(f"/duty/calls/{number}/").status_code == 404
    assert "Log the call" not in text(world.auditor.get("/duty/calls/"))
    assert world.auditor.post("/duty/calls/", CALL).status_code == 403
    assert world.auditor.get("/emergency/").status_code == 403


def test_a_call_becomes_a_ticket_with_what_was_said(world):
    world.duty.post("/duty/calls/", CALL | {"urgent": "on"})
    number = PhoneCall.objects.get().pk
    page = text(world.duty.get(f"/duty/calls/{number}/"))
    assert 'value="emergency-disclosure" selected' in page
    assert "203.0.113.45:51514 2026-03-02T07:40:00Z" in page
    assert "Urgent calls that are no ticket yet" in text(world.duty.get("/"))
    given = {"kind": "emergency-disclosure", "case_title": "A threat", "their_reference": "112-7"}
    response = world.duty.post(f"/duty/calls/{number}/", given)
    reference = Request.objects.get().reference
    assert response.headers["Location"] == f"/requests/{reference}/"
    ticket = text(world.duty.get(f"/requests/{reference}/"))
    assert "Call back before anything is disclosed" in ticket
    assert "Made by voice: their confirmation in writing is due" in ticket
    assert "took it down from a call from Ukraine" in ticket
    assert "Urgent calls that are no ticket yet" not in text(world.duty.get("/"))
    assert reference in text(world.duty.get("/duty/calls/"))
    assert world.duty.post(f"/duty/calls/{number}/", given).status_code == 422


def test_a_ticket_is_not_made_of_what_no_form_offers(world):
    world.duty.post("/duty/calls/", CALL)
    address = f"/duty/calls/{PhoneCall.objects.get().pk}/"
    for changes in ({"kind": "provider-emergency"}, {"case_title": ""}):
        given = {"kind": "preservation", "case_title": "A threat"} | changes
        assert world.duty.post(address, given).status_code == 422
    assert world.auditor.post(address, {"kind": "preservation", "case_title": "x"}).status_code == 403
    assert world.duty.get("/duty/calls/999999/").status_code == 404
    assert not Request.objects.exists()


def test_the_log_gives_its_table_alone_to_htmx(world):
    world.duty.post("/duty/calls/", CALL)
    part = text(world.duty.get("/duty/calls/?q=bomb", headers={"HX-Request": "true", "HX-Target": "calls"}))
    assert "<html" not in part
    assert "Ukraine" in part
    assert "No call found" in text(world.duty.get("/duty/calls/?q=zzz&page=banana"))


def test_a_test_call_is_recorded_and_its_counterpart_is_fresh(world):
    page = text(world.duty.get("/duty/test-calls/?country=UA"))
    assert "Never tested" in page
    assert "No article asks for it" in page
    given = {
        "country": "UA",
        "result": "answered",
        "minutes": "3",
        "channel": "telephone",
        "authority_id": "ua-interior",
    }
    assert world.duty.post("/duty/test-calls/", given).status_code == 302
    assert "Answered after 3 min" in text(world.duty.get("/duty/test-calls/"))
    assert "Ukraine: answered after 3 min" in text(world.duty.get("/"))


@pytest.mark.parametrize(
    ("changes", "sentence"),
    [
        ({"minutes": ""}, "Nothing says how long it took"),
        ({"minutes": "soon"}, "Give whole minutes"),
        ({"result": ""}, "Choose the result"),
        ({"authority_id": "ua-nobody"}, "The atlas knows no such authority there"),
        ({"authority_id": "am-investigative"}, "The atlas knows no"),
    ],
)
def test_a_test_call_lacks_something(world, changes, sentence):
    given = {"country": "UA", "result": "answered", "minutes": "3", "channel": "telephone"} | changes
    response = world.duty.post("/duty/test-calls/", given)
    assert response.status_code == 422
    assert sentence in text(response)
    assert not Ping.objects.exists()


@pytest.mark.parametrize(
    ("address", "queries"), [("/duty/calls/", 11), ("/duty/test-calls/", 9), ("/emergency/?country=UA", 13)]
)
@pytest.mark.parametrize("count", [1, 12])
def test_a_page_takes_the_same_queries_however_much_there_is(
    world, django_assert_max_num_queries, address, queries, count
):
    for _ in range(count):
        log_call("UA", spoken_with="Duty officer", summary=SAID, by=world.users["duty"])
        record_ping("UA", result="no-answer", by=world.users["duty"])
    world.duty.get(address)
    with django_assert_max_num_queries(queries):
        world.duty.get(address)


def test_every_post_is_guarded_against_other_sites(world):
    browser = Client(enforce_csrf_checks=True)
    browser.force_login(world.users["duty"], backend="django.contrib.auth.backends.ModelBackend")
    addresses = ("/duty/calls/", "/duty/test-calls/", "/emergency/", "/emergency/fields/", "/emergency/chips/")
    for address in (*addresses, "/requests/GE-2026-1/call-back/", "/requests/GE-2026-1/confirmed/"):
        assert browser.post(address, CALL).status_code == 403
