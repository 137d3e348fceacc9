"""The emergency screen, the call-back before disclosure, and the confirmation of what was asked by voice."""

from __future__ import annotations

import pytest

from comity.casework.actions.take_step import take_step
from comity.casework.models import PhoneCall, Request
from comity.casework.rules.handling.table import Step

pytestmark = pytest.mark.django_db

SAID = "A bomb in a school, announced from 203.0.113.45:51514 at 2026-03-02 09:40:00 UTC+2 by @nobody."
CALL = {"country": "UA", "spoken_with": "Duty officer", "summary": SAID}


def text(response):
    return response.content.decode()


EMERGENCY = {
    "way": "point",
    "requested_country": "UA",
    "danger": "life",
    "emergency_facts": "A message announces a bomb in a school for ten.",
    "emergency_link": "The subscriber leads to whoever announced it.",
    "identifiers": "203.0.113.45:51514 2026-03-02 09:40:00 UTC+2",
    "data": ["subscriber", "traffic"],
    "service_provider": "Example Telecom",
    "provider_address": "1 Example Street, Kyiv",
    "offences": "other",
    "offence_other": "False announcement of an attack",
    "legal_qualification": "Article 323 of the Criminal Code",
    "penalties": "Up to ten years",
    "call_back_number": "+995 32 000 00 00",
    "requesting_email": "duty@example.org",
}


def test_one_post_makes_the_case_and_a_draft_that_lacks_nothing(world):
    response = world.duty.post("/emergency/", EMERGENCY)
    request = Request.objects.get()
    assert response.headers["Location"] == f"/requests/{request.reference}/check/"
    assert request.content["data_description"].startswith("Subscriber information, traffic data, for the identifiers")
    assert request.content["protocol_statement"] is True
    check = text(world.duty.get(response.headers["Location"]))
    assert "Send to approval" in check
    listed = text(world.duty.get(f"/cases/{request.case.reference}/"))
    assert "Urgent" in listed


def test_the_screen_warns_where_the_protocol_does_not_lead(world):
    page = text(world.duty.get("/emergency/?country=UA"))
    assert "this way is closed to Ukraine today" in page
    assert "Have the data preserved now" in page
    assert "measure=preserve" in page
    assert 'value="Ministry of Internal Affairs"' in page
    part = text(world.duty.post("/emergency/verdict/", {"way": "central", "requested_country": "BY"}))
    assert "<html" not in part
    assert "is closed to Belarus today" in part


def test_the_fields_follow_the_way_and_keep_what_is_typed(world):
    typed = {"way": "central", "requested_country": "UA", "emergency_facts": "A bomb.", "service_provider": "X"}
    part = text(world.duty.post("/emergency/fields/", typed))
    assert "Assistance sought" in part
    assert ">A bomb.</textarea>" in part
    whole = text(world.duty.post("/emergency/", typed | {"then": "read"}))
    assert ">A bomb.</textarea>" in whole
    assert not Request.objects.exists()


def test_identifiers_are_read_as_one_types(world):
    lines = "203.0.113.45:51514 2026-03-02 09:40:00 UTC+2\n198.51.100.7 2026-03-02 09:41"
    part = text(world.duty.post("/emergency/chips/", {"identifiers": lines}))
    assert "203.0.113.45:51514 2026-03-02T07:40:00Z" in part
    assert "has no time zone" in part


@pytest.mark.parametrize(
    ("changes", "sentence"),
    [
        ({"requested_country": ""}, "The country is missing"),
        ({"requested_country": "GE"}, "is your own country"),
        ({"way": ""}, "No way is chosen"),
        ({"danger": "boredom"}, "is not among the choices"),
        ({"state": "sent"}, "is not a field of this form"),
        ({"emergency_facts": "x" * 20_001}, "at most 20000 can be kept"),
    ],
)
def test_what_cannot_be_drafted_is_said_and_nothing_typed_is_lost(world, changes, sentence):
    response = world.duty.post("/emergency/", EMERGENCY | changes)
    assert response.status_code == 422
    assert sentence in text(response)
    assert "Example Telecom" in text(response)
    assert not Request.objects.exists()


def test_the_authority_of_another_country_chosen_before_is_not_asked(world):
    stale = {"requested_authority": "Ministry of Internal Affairs", "authority_in": "UA", "requested_country": "MD"}
    world.duty.post("/emergency/", EMERGENCY | stale)
    assert Request.objects.get().content["requested_authority"] != "Ministry of Internal Affairs"
    own = {"requested_authority": "A police unit", "authority_in": "UA"}
    world.duty.post("/emergency/", EMERGENCY | own)
    latest = Request.objects.latest("id")
    assert (latest.content["requested_authority"], latest.requested_authority_id) == ("A police unit", "")


def test_our_own_call_is_confirmed_by_the_draft(world):
    world.duty.post("/duty/calls/", CALL | {"direction": "we-called"})
    number = PhoneCall.objects.get().pk
    assert "Draft the confirmation" in text(world.duty.get(f"/duty/calls/{number}/"))
    page = text(world.duty.get(f"/emergency/?call={number}"))
    assert "This confirms in writing what was asked by voice" in page
    assert SAID[:30] in page
    world.duty.post("/emergency/", EMERGENCY | {"call": str(number)})
    reference = Request.objects.get().reference
    assert "our confirmation in writing is due" in text(world.duty.get(f"/requests/{reference}/"))
    for wrong in ("999999", "banana", "9" * 40):
        assert world.duty.get(f"/emergency/?call={wrong}").status_code == 404


@pytest.fixture
def incoming(world):
    """An emergency that arrived by telephone."""
    world.duty.post("/duty/calls/", CALL | {"urgent": "on"})
    given = {"kind": "emergency-disclosure", "case_title": "A threat"}
    world.duty.post(f"/duty/calls/{PhoneCall.objects.get().pk}/", given)
    return Request.objects.get().reference


def test_the_call_back_is_recorded_and_shown(world, incoming):
    address = f"/requests/{incoming}/call-back/"
    assert "Ministry of Internal Affairs" in text(world.duty.get(address))
    lacking = world.duty.post(address, {"number_from": "24/7 directory"})
    assert lacking.status_code == 422
    assert "Choose one of the two" in text(lacking)
    assert "24/7 directory" in text(lacking)
    answers = {"result": "not-verified", "number_from": "24/7 directory"}
    page = text(world.duty.post(address, answers, follow=True))
    assert "it verified nobody" in page
    assert "The call-back verified nobody" in page
    page = text(world.duty.post(address, answers | {"result": "verified"}, follow=True))
    assert "A call-back verified who asks" in page
    take_step(incoming, Step.EXECUTE, {"outcome": "given"}, by=world.users["duty"])
    assert world.duty.post(address, answers).status_code == 403


def test_whoever_only_reads_records_no_call_back(world, incoming):
    page = text(world.auditor.get(f"/requests/{incoming}/"))
    assert "Call back before anything is disclosed" in page
    assert "Record the call-back" not in page
    assert "Record that it came" not in page
    assert world.auditor.post(f"/requests/{incoming}/call-back/", {"result": "verified"}).status_code == 403
    assert world.auditor.post(f"/requests/{incoming}/confirmed/", {"channel": "e-mail"}).status_code == 403


def test_a_preservation_needs_no_call_back(world, at):
    reference = at("draft")
    assert "call-back" not in text(world.drafter.get(f"/requests/{reference}/"))
    assert world.drafter.get(f"/requests/{reference}/call-back/").status_code == 404


def test_the_confirmation_in_writing_is_recorded(world, incoming):
    page = text(world.duty.post(f"/requests/{incoming}/confirmed/", {"channel": "e-mail"}, follow=True))
    assert "Made by voice, and confirmed in writing" in page
    assert "the confirmation in writing came by e-mail" in page
    again = text(world.duty.post(f"/requests/{incoming}/confirmed/", {"channel": "e-mail"}, follow=True))
    assert "No confirmation in writing is awaited" in again
