"""Registering what arrives, by page: a file or by hand, looked at first; nothing typed is lost, nothing runs over."""

from __future__ import annotations

import json
import re
from datetime import UTC, datetime

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from comity.casework.models import Arrival, Request
from comity.casework.rules.attachment import attachment_bytes
from comity.casework.rules.registry import kind
from comity.casework.tests.complete import complete
from comity.documents.queries.documents import document_content

pytestmark = pytest.mark.django_db

THEIRS = complete() | {"requesting_country": "UA", "requested_country": "GE", "status": "new"}
ANSWERS = {
    "requesting_country": "UA",
    "happened_on": "2026-03-02",
    "happened_time": "13:00",
    "channel": "24/7 network",
    "their_reference": "UA-2026-00017",
    "case_title": "Asked by Ukraine",
    "then": "register",
}


def drop(browser, content, name="letter.pdf"):
    return browser.post("/incoming/new/", {"file": SimpleUploadedFile(name, content)})


def data(**content):
    return attachment_bytes(kind("preservation"), "UA-2026-00017", THEIRS | content)


@pytest.fixture
def registered(world):
    def make(browser=None, **changes):
        looked = drop(browser or world.duty, data(), "request.json").url
        answer = (browser or world.duty).post(looked, ANSWERS | changes)
        assert answer.status_code == 302, answer.content.decode()
        return answer.url

    return make


def test_a_file_is_read_looked_at_and_registered(world):
    answer = drop(world.duty, data(necessity=""), "request.json")
    page = world.duty.get(answer.url).content.decode()
    for said in ("No signature", "carry no signature", "Cyber Police Department", "The necessity of the preservation"):
        assert said in page
    assert 'value="UA-2026-00017"' in page
    assert not Request.objects.exists()
    answer = world.duty.post(answer.url, ANSWERS)
    request = Request.objects.get()
    assert answer.url == f"/requests/{request.reference}/"
    assert request.received_at == datetime(2026, 3, 2, 9, tzinfo=UTC)
    page = world.duty.get(answer.url).content.decode()
    assert "Acknowledge receipt" in page
    assert "registered the request from Ukraine, received by 24/7 network" in page
    for words in ("Check and send to approval", "Go on filling in", "Sign the request"):
        assert words not in page
    arrived = world.approver.get(f"{answer.url}arrived/")
    assert "request.json" in arrived.content.decode()
    file = world.approver.get(f"{answer.url}arrived/file/")
    assert (file.content, file["Content-Type"]) == (data(necessity=""), "application/octet-stream")
    assert file["Content-Disposition"].startswith("attachment")


def test_our_own_signed_letter_is_shown_with_who_signed_it(world, at):
    sent = Request.objects.get(reference=at("signed", status="new"))
    page = world.duty.get(drop(world.duty, document_content(sent.document_id)).url).content.decode()
    assert "Whole, and signed by a known signer" in page
    assert sent.reference in page


@pytest.mark.parametrize(
    "content", [b"%PDF-1.7 broken", b"\x89PNG", b'{"comity": {}}', b"From: a@example.org\n\nHello", b"\xff\xfe"]
)
def test_what_is_no_request_is_kept_and_typed_in(world, content):
    looked = drop(world.duty, content).url
    page = world.duty.get(looked).content.decode()
    assert "of which no request could be read" in page
    assert "by hand" in page
    answer = world.duty.post(looked, {**ANSWERS, "then": "type", "kind": "preservation"})
    assert answer.url == f"{looked}content/"
    assert "as it came" in world.duty.get(answer.url).content.decode()
    answer = world.duty.post(answer.url, {"summary": "They ask to keep a mailbox.", "requesting_country": "UA"})
    assert answer.url == looked
    page = world.duty.get(looked).content.decode()
    assert "They ask to keep a mailbox." in page
    assert 'value="Asked by Ukraine"' in page
    world.duty.post(looked, ANSWERS)
    assert Request.objects.get().content["summary"] == "They ask to keep a mailbox."
    assert bytes(Arrival.objects.get().content) == content


def test_without_a_kind_nothing_goes_on(world):
    looked = drop(world.duty, b"a picture").url
    answer = world.duty.post(looked, {**ANSWERS, "then": "type", "kind": ""})
    assert answer.status_code == 422
    assert "Choose one from the list" in answer.content.decode()
    assert world.duty.get(f"{looked}content/").url == looked
    answer = world.duty.post("/incoming/new/", {"then": "type", "kind": "nonsense"})
    assert answer.status_code == 422


@pytest.mark.parametrize(
    ("changes", "said"),
    [
        ({"happened_on": "2027-01-01"}, "lies in the future"),
        ({"happened_on": "yesterday"}, "“yesterday” is not a day"),
        ({"happened_time": "25:99"}, "“25:99” is not a time of day"),
        ({"happened_on": "", "happened_time": ""}, "“Nothing” is not a day"),
        ({"channel": ""}, "Channel"),
        ({"case_title": ""}, "Nothing says to which case"),
        ({"follows": "GE-2026-99999"}, "There is no such case or request"),
        ({"case": "CASE-2026-99999"}, "There is no such case or request"),
    ],
)
def test_what_is_wrong_is_said_and_what_was_typed_stays(world, changes, said):
    looked = drop(world.duty, data(), "request.json").url
    answer = world.duty.post(looked, ANSWERS | changes)
    page = answer.content.decode()
    assert answer.status_code == 422
    assert said in page
    assert 'value="UA-2026-00017"' in page
    assert not Request.objects.exists()
    assert 'value="UA-2026-00017"' in world.duty.get(looked).content.decode()


def test_the_same_file_leads_to_its_ticket(world, registered):
    first = registered()
    looked = drop(world.drafter, data(), "again.json").url
    answer = world.drafter.post(looked, ANSWERS)
    assert answer.status_code == 422
    assert f'href="{first}"' in answer.content.decode()
    looked = drop(world.drafter, data(summary="Another"), "other.json").url
    answer = world.drafter.post(looked, ANSWERS)
    assert "tick that it is" in answer.content.decode()
    assert world.drafter.post(looked, ANSWERS | {"another": "yes"}).status_code == 302
    assert Request.objects.count() == 2


def test_what_is_registered_is_looked_at_no_more(world, registered):
    reference = registered()
    came = Arrival.objects.get()
    for path in ("", "content/"):
        assert world.duty.get(f"/incoming/{came.pk}/{path}").url == reference
        assert world.drafter.get(f"/incoming/{came.pk}/{path}").status_code == 404


def test_who_has_no_part_in_it_registers_nothing(world):
    for browser in (world.approver, world.auditor):
        assert browser.get("/incoming/new/").status_code == 403
        assert drop(browser, data()).status_code == 403
    assert not Arrival.objects.exists()


def test_too_much_is_refused_in_words(world):
    answer = drop(world.duty, b"x" * (10 * 1024 * 1024 + 1))
    assert answer.status_code == 422
    assert "larger than 10 MB" in answer.content.decode()
    assert drop(world.duty, b"").status_code == 422
    looked = drop(world.duty, data(), "request.json").url
    answer = world.duty.post(f"{looked}content/", {"summary": "x" * 50_000_000})
    assert answer.status_code == 413
    assert "your text is still there" in answer.content.decode()
    answer = world.duty.post(f"{looked}content/", {"summary": "x" * 20_001})
    assert answer.status_code == 422
    assert "at most 20000 can be kept" in answer.content.decode()
    assert "x" * 20_001 in answer.content.decode()
    assert Arrival.objects.get().typed["content"]["summary"] == complete()["summary"]


def test_a_form_from_elsewhere_is_refused(world):
    world.duty.handler.enforce_csrf_checks = True
    answer = drop(world.duty, data())
    assert answer.status_code == 403
    assert not Arrival.objects.exists()


def test_drafting_has_no_place_with_what_others_wrote(world, registered):
    reference = registered()
    for tab in ("edit/", "check/", "approval/", "letter/"):
        answer = world.duty.get(reference + tab)
        assert answer.status_code == 302, tab
    for step in ("approve", "return", "sign", "sent", "withdraw"):
        posted = {"version": 1, "reason": "x", "sent_on": "2026-03-02", "channel": "x"}
        assert world.duty.post(f"{reference}{step}/", posted).status_code in {302, 403}, step
    assert Request.objects.get().state == "received"


def test_every_tab_and_step_of_an_incoming_request_opens(world, registered):
    reference = registered()
    for tab in ("", "arrived/", "data/", "chain/", "ledger/"):
        for browser in (world.duty, world.approver, world.auditor):
            assert browser.get(reference + tab).status_code == 200, tab
    page = world.duty.get(reference).content.decode()
    for step in set(re.findall(rf'href="({reference}steps/[a-z-]+/)"', page)):
        assert world.duty.get(step).status_code == 200, step
        assert world.auditor.get(step).status_code == 302, step
    assert world.duty.get(f"{reference}steps/nonsense/").status_code == 404


def test_a_step_is_taken_and_told(world, registered):
    reference = registered()
    wrong = world.duty.post(f"{reference}steps/refuse/", {"reason": "Because", "happened_on": "2026-03-02"})
    page = wrong.content.decode()
    assert wrong.status_code == 422
    assert "only on a ground of its article" in page
    assert "Because" in page
    assert "Consult first." in page
    when = {"happened_on": "2026-03-02", "happened_time": "13:30"}
    answer = world.duty.post(f"{reference}steps/ask/", {**when, "missing": ["port"], "words": "Which port?"})
    assert answer.url == reference
    page = world.duty.get(reference).content.decode()
    assert "asked for more: source port of a shared address" in page
    assert "Record that the information came" in page
    early = world.duty.post(f"{reference}steps/complete/", {"happened_on": "2026-03-02", "happened_time": "12:59"})
    assert early.status_code == 422
    assert "arrived only at" in early.content.decode()
    late = world.duty.post(f"{reference}steps/complete/", {"happened_on": "2026-03-02", "happened_time": "23:00"})
    assert "lies in the future" in late.content.decode()


def test_a_receipt_is_drafted_from_the_menu(world, registered):
    reference = registered()
    answer = world.duty.post(f"{reference}follow-up/", {"kind": "receipt"})
    drafted = Request.objects.get(direction="outgoing")
    assert answer.url == f"/requests/{drafted.reference}/edit/"
    assert drafted.content["previous_reference"] == "UA-2026-00017"
    answer = world.duty.post(f"{reference}follow-up/", {"kind": "nonsense"}, follow=True)
    assert "cannot come after" in answer.content.decode()
    chain = world.auditor.get(f"{reference}chain/").content.decode()
    assert drafted.reference in chain
    assert "To us" in chain


def test_the_desk_shows_what_arrived_first(world, registered, at):
    at("ready")
    registered()
    page = world.duty.get("/").content.decode()
    assert page.index("from Ukraine") < page.index("Signed and checked")
    assert "It waits for an acknowledgement." in page


def test_data_are_read_as_utf8_and_nothing_else(world):
    looked = drop(world.duty, json.dumps({"comity": 1}).encode("utf-16")).url
    assert "of which no request could be read" in world.duty.get(looked).content.decode()
