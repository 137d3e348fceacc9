"""Correcting what was typed in, setting aside what is no request, and too much text in a form, by page."""

from __future__ import annotations

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from comity.casework.models import Arrival, Request
from comity.casework.rules.attachment import attachment_bytes
from comity.casework.rules.registry import kind, kinds
from comity.casework.tests.complete import complete

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


def data(**content):
    return attachment_bytes(kind("preservation"), "UA-2026-00017", THEIRS | content)


def drop(browser, content=None, name="request.json"):
    return browser.post("/incoming/new/", {"file": SimpleUploadedFile(name, content or data())}).url


@pytest.fixture
def typed(world):
    """A request that was typed in by hand, and its address."""
    looked = world.duty.post("/incoming/new/", {"then": "type", "kind": "preservation"}).url.removesuffix("content/")
    answer = world.duty.post(f"{looked}content/", {"summary": "They ask to keep a mailbox.", "necessity": "Two."})
    assert answer.url == looked
    answer = world.duty.post(looked, ANSWERS)
    assert answer.status_code == 302, answer.content.decode()
    return answer.url


def posted(**changes):
    """What the form posts: every field that it shows, as a browser does."""
    return {"version": 1, "reason": "A word was mistyped.", "their_reference": "UA-2026-00017"} | {
        "requesting_country": "UA",
        "summary": "They ask to keep a mailbox.",
        "necessity": "Two.",
        **changes,
    }


def test_what_was_typed_is_corrected_and_what_stood_is_shown(world, typed):
    data_page = world.duty.get(f"{typed}data/").content.decode()
    assert f'href="{typed}amend/"' in data_page
    form = world.duty.get(f"{typed}amend/").content.decode()
    assert "They ask to keep a mailbox." in form
    assert 'name="their_reference" value="UA-2026-00017"' in form
    assert "is not changed here" not in form
    answer = world.drafter.post(
        f"{typed}amend/", posted(summary="They ask to keep an account.", their_reference="UA-18")
    )
    assert answer.url == f"{typed}data/"
    row = Request.objects.get()
    assert (row.content["summary"], row.their_reference) == ("They ask to keep an account.", "UA-18")
    page = world.auditor.get(f"{typed}data/").content.decode()
    for said in ("What stood before it was corrected", "They ask to keep a mailbox.", "UA-2026-00017", "was mistyped"):
        assert said in page
    assert "Correct what was typed" not in page
    told = world.duty.get(typed).content.decode()
    assert "corrected what was typed in: 2 fields (version 2)" in told


def test_what_the_file_says_is_shown_and_stays(world):
    reference = world.duty.post(drop(world.duty, data(necessity="")), ANSWERS).url
    form = world.duty.get(f"{reference}amend/").content.decode()
    assert "What the file of data says is not changed here." in form
    assert 'name="summary"' not in form
    assert 'name="their_reference"' not in form
    assert 'name="necessity"' in form
    forged = {"version": 1, "reason": "x", "summary": "Forged.", "requesting_country": "MD", "necessity": "Typed."}
    refused = world.duty.post(f"{reference}amend/", forged)
    assert refused.status_code == 422
    assert "so it stays" in refused.content.decode()
    assert "Typed." in refused.content.decode()
    assert Request.objects.get().content["summary"] == THEIRS["summary"]
    whole = {"version": 1, "reason": "It was on the fax.", "necessity": "Typed."}
    assert world.duty.post(f"{reference}amend/", whole).status_code == 302
    row = Request.objects.get()
    assert (row.content["necessity"], row.content["summary"]) == ("Typed.", THEIRS["summary"])
    assert row.their_reference == "UA-2026-00017"


@pytest.mark.parametrize(
    ("changes", "status", "said"),
    [
        ({"reason": ""}, 422, "Write a few words"),
        ({"requesting_country": ""}, 422, "Nothing says which country asks"),
        ({"summary": "x" * 20_001}, 422, "at most 20000 can be kept"),
        ({"colour": "blue"}, 422, "is not a field of this form"),
        ({"version": 0}, 409, "changed this request since you opened it"),
        ({"version": "seven"}, 409, "changed this request since you opened it"),
    ],
)
def test_what_is_wrong_is_said_and_nothing_typed_is_lost(world, typed, changes, status, said):
    answer = world.duty.post(f"{typed}amend/", posted(necessity="Three, as counted again.", **changes))
    page = answer.content.decode()
    assert answer.status_code == status
    assert said in page
    assert "Three, as counted again." in page
    assert Request.objects.get().version == 1


def test_only_who_registers_and_only_what_arrived_is_amended(world, typed, at):
    for browser in (world.approver, world.auditor):
        assert browser.get(f"{typed}amend/").status_code == 403
        assert browser.post(f"{typed}amend/", posted(summary="x")).status_code == 403
    ours = at("ready")
    assert world.duty.get(f"/requests/{ours}/amend/").status_code == 404
    assert "Correct what was typed" not in world.duty.get(f"/requests/{ours}/data/").content.decode()


def test_no_kind_has_a_field_of_the_name_of_the_forms_own():
    own = {"version", "reason", "another", "their_reference", "csrfmiddlewaretoken"}
    assert not {name for declared in kinds().values() for name in declared.fields} & own


def test_what_is_no_request_is_set_aside_found_and_taken_up_again(world):
    looked = drop(world.duty, b"Buy now", "offer.txt")
    drop(world.duty, b"A picture", "picture.png")
    assert f'href="{looked}set-aside/"' in world.duty.get("/incoming/new/").content.decode()
    assert "Why" in world.duty.get(f"{looked}set-aside/").content.decode()
    refused = world.duty.post(f"{looked}set-aside/", {"reason": "It sells insurance."})
    assert refused.status_code == 422
    assert "Choose a reason from the list" in refused.content.decode()
    assert "It sells insurance." in refused.content.decode()
    answer = world.duty.post(f"{looked}set-aside/", {"ground": "spam", "reason": "It sells insurance."}, follow=True)
    page = answer.content.decode()
    assert "offer.txt" not in page
    assert "picture.png" in page
    assert "Set aside (1)" in page
    listed = world.duty.get("/incoming/new/?show=set-aside").content.decode()
    assert "offer.txt" in listed
    assert "Spam or fraud" in listed
    assert "picture.png" not in listed
    lying = world.duty.get(looked).content.decode()
    assert "Take it up again" in lying
    assert "It sells insurance." in lying
    assert world.duty.post(looked, ANSWERS).status_code == 409
    assert world.duty.get(f"{looked}content/").url == looked
    assert world.duty.post(f"{looked}take-up/").url == looked
    assert "of which no request could be read" in world.duty.get(looked).content.decode()
    assert bytes(Arrival.objects.get(name="offer.txt").content) == b"Buy now"


def test_somebody_elses_is_not_set_aside(world):
    looked = drop(world.duty, b"Buy now", "offer.txt")
    for browser in (world.drafter, world.auditor):
        for path in ("set-aside/", "take-up/"):
            assert browser.post(looked + path, {"ground": "spam", "reason": "x"}).status_code in {403, 404}
    assert Arrival.objects.get().set_aside_at is None


def test_too_much_text_is_a_page_that_says_what_to_do(world, typed):
    answer = world.duty.post(f"{typed}amend/", posted(summary="x" * 50_000_000))
    page = answer.content.decode()
    assert answer.status_code == 413
    for said in ("your text is still there", "Back button", "47 MB were sent", "takes 2 MB", "20,000 characters"):
        assert said in page
    assert Request.objects.get().version == 1


def test_a_little_too_much_text_is_told_to_a_tenth(world, typed, caplog):
    answer = world.duty.post(f"{typed}amend/", posted(summary="x" * 2_100_000))
    assert answer.status_code == 413
    assert "2.1 MB were sent; a form takes 2 MB" in answer.content.decode()
    assert not caplog.records, "Whoever sent it was told; it is no failure of the node."


def test_too_much_text_beside_a_file_too(world):
    answer = world.duty.post("/incoming/new/", {"then": "type", "kind": "x" * 3_000_000, "file": ""})
    assert answer.status_code == 413
    answer = world.duty.post("/incoming/new/", {f"field{number}": "x" for number in range(1_001)})
    assert answer.status_code == 413
    answer = world.duty.post("/incoming/new/", b"x", content_type="multipart/form-data")
    assert answer.status_code == 400
    assert "could not make sense of" in answer.content.decode()


def test_a_visitor_is_told_as_well(client, world):
    answer = client.post("/sign-in/", {"username": "x" * 3_000_000})
    assert answer.status_code == 413
    assert "your text is still there" in answer.content.decode()
