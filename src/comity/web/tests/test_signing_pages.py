"""Signing on pages: the order, the form for further signers, one's own key, and letters signed elsewhere."""

from __future__ import annotations

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from comity.casework.actions.ask_for_signatures import ask_for_signatures
from comity.casework.actions.prepare_letter import prepare_letter
from comity.casework.models import Request
from comity.documents.actions.register_signing_key import issue_signing_key
from comity.documents.adapters.signing.signatures import sign
from comity.documents.rules.signature import NotSigned
from comity.ledger.actions.deliver_due import deliver_due
from comity.web.pages.requests import approval

pytestmark = pytest.mark.django_db


def read(browser, reference):
    return browser.get(f"/requests/{reference}/approval/").content.decode()


def post(browser, reference, step, **form):
    return browser.post(f"/requests/{reference}/{step}/", {"version": 1, **form}, follow=True)


def state():
    return Request.objects.get().state


def test_further_signers_are_asked_for_and_shown_in_order(world, at):
    reference = at("approved")
    page = post(world.approver, reference, "signers", before="Ministry of Justice", after="City Court").content.decode()
    assert "ready to send once all of them have signed" in page
    places = [page.index(name) for name in ("<strong>Ministry of Justice", "<strong>Approver", "<strong>City Court")]
    assert places == sorted(places)
    assert "Sign for the authority" in page
    page = post(world.drafter, reference, "sign").content.decode()
    assert "this node’s key" in page
    assert "Ask for further signatures" not in page
    assert "Sign the request" in read(world.approver, reference)


def test_a_request_waits_for_the_court_and_says_so(world, at):
    reference = at("approved")
    ask_for_signatures(reference, before="", after="City Court", by=world.users["approver"])
    page = post(world.approver, reference, "sign").content.decode()
    assert "It waits for a further signature" in page
    assert "Add the signature" not in page
    deliver_due()
    assert state() == "signed"
    content = world.approver.get(f"/requests/{reference}/sign/letter.pdf").content
    file = SimpleUploadedFile("signed.pdf", sign(content, reason="Ordered"), "application/pdf")
    page = world.approver.post(f"/requests/{reference}/sign/upload/", {"document": file}, follow=True)
    assert "The signature is added." in page.content.decode()
    deliver_due()
    assert state() == "ready"


def test_one_s_own_key_is_offered_to_whoever_has_one(world, at):
    reference = at("approved")
    assert "My own key" not in read(world.approver, reference)
    issue_signing_key(world.users["approver"])
    assert "My own key: Approver, Georgia" in read(world.approver, reference)
    page = post(world.approver, reference, "sign", key="own").content.decode()
    assert "the signer’s key file" in page


def test_a_key_that_was_refused_stays_chosen(world, at, monkeypatch):
    def refuses(*_, **__):
        raise NotSigned("The token did not sign.")

    reference = at("approved")
    issue_signing_key(world.users["approver"])
    monkeypatch.setattr(approval, "sign_request", refuses)
    page = post(world.approver, reference, "sign", key="own").content.decode()
    assert "The token did not sign." in page
    assert 'value="own" checked' in page
    assert 'value="node" checked' not in page


@pytest.mark.parametrize(
    ("content", "says"),
    [
        (b"%PDF-1.7 hello", "does not begin with the letter as it stands here"),
        (b"", "The file is empty"),
        (None, "No file arrived"),
        (bytes(11 * 1024 * 1024), "larger than 10 MB"),
    ],
)
def test_what_is_not_the_signed_letter_is_said_beside_the_file(world, at, content, says):
    reference = at("approved")
    prepare_letter(reference, version=1, by=world.users["approver"])
    form = {} if content is None else {"document": SimpleUploadedFile("a.pdf", content)}
    answer = world.approver.post(f"/requests/{reference}/sign/upload/", form)
    assert (answer.status_code, says in answer.content.decode()) == (422, True)
    assert state() == "approved"


def test_the_letter_is_set_to_be_signed_elsewhere_and_is_then_no_draft(world, at):
    reference = at("approved")
    assert world.approver.get(f"/requests/{reference}/sign/letter.pdf").status_code == 404
    page = post(world.approver, reference, "sign/set").content.decode()
    assert "Download the letter" in page
    answer = world.approver.get(f"/requests/{reference}/sign/letter.pdf")
    assert answer["Content-Disposition"] == f'attachment; filename="{reference}-preservation-to-sign.pdf"'
    assert answer.content.startswith(b"%PDF-1.7")
    assert "draft" in world.approver.get(f"/requests/{reference}/letter.pdf")["Content-Disposition"]


def test_names_that_cannot_be_asked_are_said_beside_their_field(world, at):
    reference = at("in-review")
    answer = world.drafter.post(f"/requests/{reference}/signers/", {"before": "A\na", "after": ""})
    assert (answer.status_code, "A name stands there twice" in answer.content.decode()) == (422, True)


def test_auditors_see_the_order_and_are_offered_nothing(world, at):
    reference = at("approved")
    page = read(world.auditor, reference)
    assert "Signatures, in this order" in page
    assert "Ask for further signatures" not in page
    assert post(world.auditor, reference, "signers", before="A").status_code == 403
