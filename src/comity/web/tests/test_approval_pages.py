"""Approving, signing, sending: by another person, in order, with reasons; and what is refused says why."""

from __future__ import annotations

import pytest

from comity.casework.actions.edit_request import edit_request
from comity.casework.actions.return_for_changes import return_for_changes
from comity.casework.actions.submit_for_review import submit_for_review
from comity.casework.models import Request
from comity.casework.rules.events import DraftTakenFromFile, request_subject
from comity.documents.queries.verification import verify
from comity.ledger.actions.deliver_due import deliver_due
from comity.ledger.actions.record import record

pytestmark = pytest.mark.django_db


def read(browser, reference):
    return browser.get(f"/requests/{reference}/approval/").content.decode()


def post(browser, reference, step, **form):
    return browser.post(f"/requests/{reference}/{step}/", {"version": 1, **form})


def state():
    return Request.objects.get().state


def test_whoever_drafted_it_sees_no_button_and_is_refused_in_words(world, at):
    reference = at("in-review", by="both")
    page = read(world.both, reference)
    assert "Approve the request" not in page
    assert "somebody else must approve it (four eyes)" in page
    refused = post(world.both, reference, "approve")
    assert refused.status_code == 403
    assert "somebody else must approve it (four eyes)" in refused.content.decode()
    assert state() == "in-review"


@pytest.mark.parametrize("name", ["drafter", "duty", "auditor"])
def test_without_the_role_no_button_and_a_sentence_for_whoever_posts(world, at, name):
    reference = at("in-review")
    browser = world.browsers[name]
    assert "Approve the request" not in read(browser, reference)
    refused = post(browser, reference, "approve")
    assert refused.status_code == 403
    assert "This needs the role of approver" in refused.content.decode()


def test_approved_signed_checked_and_sent(world, at):
    reference = at("in-review")
    assert "Approve the request" in read(world.approver, reference)
    post(world.approver, reference, "approve")
    assert "Sign the request" in read(world.approver, reference)
    post(world.approver, reference, "sign")
    assert "The node is checking the signed letter" in read(world.approver, reference)
    waiting = world.approver.get(f"/requests/{reference}/approval/state/")
    assert "every 2s" in waiting.content.decode()
    deliver_due()
    done = world.approver.get(f"/requests/{reference}/approval/state/")
    assert done["HX-Refresh"] == "true"
    assert verify(world.approver.get(f"/requests/{reference}/letter.pdf").content).verdict == "whole"
    sent = world.drafter.post(
        f"/requests/{reference}/sent/", {"sent_on": "2026-03-02", "channel": "24/7 network"}, follow=True
    )
    assert "60 days left" in sent.content.decode()
    assert state() == "sent"


def test_approving_twice_and_skipping_steps_is_refused(world, at):
    reference = at("in-review")
    assert post(world.approver, reference, "sign").status_code == 403
    assert post(world.drafter, reference, "sent", sent_on="2026-03-02", channel="x").status_code == 403
    post(world.approver, reference, "approve")
    again = post(world.approver, reference, "approve")
    assert again.status_code == 403
    assert "your browser’s Back button leads to what you typed" in again.content.decode()
    assert "You have approved this request already" in again.content.decode()


def test_what_changed_meanwhile_is_not_approved(world, at):
    reference = at("in-review")
    return_for_changes(reference, "Once more.", by=world.users["approver"])
    Request.objects.update(version=2)
    submit_for_review(reference, version=2, by=world.users["drafter"])
    answer = world.approver.post(f"/requests/{reference}/approve/", {"version": 1}, follow=True)
    assert "changed this request since you opened it" in answer.content.decode()
    assert state() == "in-review"


def test_a_reason_is_needed_to_return_it_and_then_it_is_on_the_drafter_s_desk(world, at):
    reference = at("in-review")
    refused = post(world.approver, reference, "return", reason=" ")
    assert refused.status_code == 422
    assert "Say what shall be changed" in refused.content.decode()
    post(world.approver, reference, "return", reason="Say which server.")
    assert "Say which server." in world.drafter.get("/").content.decode()
    assert "Say which server." in world.drafter.get(f"/requests/{reference}/edit/").content.decode()


def test_an_approver_sees_what_changed_since_it_was_returned(world, at):
    reference = at("in-review")
    post(world.approver, reference, "return", reason="Say which server.")
    edit_request(reference, {"relation": "This very server."}, version=1, by=world.users["drafter"])
    submit_for_review(reference, version=2, by=world.users["drafter"])
    page = read(world.approver, reference)
    assert "Changed since it was returned" in page
    assert "This very server." in page


@pytest.mark.parametrize(
    ("form", "says"),
    [
        ({"sent_on": "", "channel": "e-mail"}, "The day of dispatch is missing"),
        ({"sent_on": "soon", "channel": "e-mail"}, "This is no day"),
        ({"sent_on": "2026-03-09", "channel": "e-mail"}, "lies in the future there"),
        ({"sent_on": "2026-02-01", "channel": "e-mail"}, "It was signed on 2026-03-02"),
        ({"sent_on": "2026-03-02", "channel": " "}, "Say by which channel"),
    ],
)
def test_what_cannot_be_a_dispatch_is_said_beside_the_field(world, at, form, says):
    reference = at("ready")
    answer = world.drafter.post(f"/requests/{reference}/sent/", form)
    assert answer.status_code == 422
    assert says in answer.content.decode()
    assert state() == "ready"


def test_a_request_is_withdrawn_with_a_reason_and_stays_to_be_read(world, at):
    reference = at("approved")
    assert post(world.drafter, reference, "withdraw", reason="").status_code == 422
    post(world.drafter, reference, "withdraw", reason="Settled by telephone.")
    assert state() == "withdrawn"
    assert "Settled by telephone." in world.drafter.get(f"/requests/{reference}/").content.decode()


def test_nothing_happens_by_a_link(world, at):
    reference = at("in-review")
    for step in ("approve", "return", "sign", "sent", "withdraw"):
        assert world.approver.get(f"/requests/{reference}/{step}/").status_code == 405


def test_a_sign_that_no_font_has_is_said_before_it_goes_to_approval(world, at):
    reference = at("draft", summary="The note had a sign, \U00013000, in it.")
    answer = world.drafter.post(f"/requests/{reference}/check/", {"version": 1})
    assert answer.status_code == 422
    assert "the letter&#x27;s fonts have no sign for" in answer.content.decode()
    assert state() == "draft"


def test_an_approver_is_told_what_came_with_a_file(world, at):
    reference = at("in-review")
    record(
        DraftTakenFromFile(
            subject=request_subject(reference), file_digest="0" * 64, medium="pdf", said_reference="UA-2026-00001"
        ),
        actor=world.users["drafter"].actor,
    )
    page = world.approver.get(f"/requests/{reference}/approval/").content.decode()
    assert "all of it came with the file from which it was drafted" in page
    assert "filled in by the node" not in page
