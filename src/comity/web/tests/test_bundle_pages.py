"""Pages of what goes along with a request: adding, saving, sworn translations, and what arrived."""

from __future__ import annotations

import io
import zipfile
from datetime import date

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from comity.casework.actions.add_attachment import add_attachment
from comity.casework.actions.keep_arrival import keep_arrival
from comity.casework.actions.order_translation import order_translation
from comity.casework.actions.register_request import register_request
from comity.casework.models import Attachment, Translation
from comity.casework.rules.attachment import attachment_bytes
from comity.casework.rules.bundle.listed import Listed
from comity.casework.rules.bundle.sort import Nature
from comity.casework.rules.registry import kind
from comity.casework.tests.complete import complete
from comity.documents.tests import attached_files as files
from comity.kernel import clock
from comity.kernel.digest import Digest

pytestmark = pytest.mark.django_db


def _text(response) -> str:
    return " ".join(response.content.decode().split())


def _post(browser, address, content=b"", name="order.pdf", **fields):
    file = {"file": SimpleUploadedFile(name, content)} if content else {}
    return browser.post(address, {"of": "0", **fields, **file}, follow=True)


def _attach(world, reference, content=None, **changes):
    told = {"name": "order.pdf", "sort": "court-order", "title": "Order of 2 March", "language": "ka"} | changes
    return add_attachment(reference, content or files.pdf(2), by=world.users["drafter"], **told)


def test_a_draft_begins_with_nothing_and_one_thing_to_do(world, at):
    page = _text(world.drafter.get(f"/requests/{at('draft')}/bundle/"))
    assert "Nothing is attached" in page
    assert page.count("btn-primary") == 1
    assert "Add an attachment" in page
    reader = _text(world.approver.get(f"/requests/{at('draft')}/bundle/"))
    assert "Add an attachment" not in reader


def test_a_file_is_added_listed_and_saved_as_it_is(world, at):
    reference = at("draft")
    form = world.drafter.get(f"/requests/{reference}/bundle/add/")
    assert "20.0\xa0MB" in form.content.decode()
    page = _post(
        world.drafter,
        f"/requests/{reference}/bundle/add/",
        files.pdf(2),
        sort="court-order",
        title="Order of 2 March",
        language="ka",
    )
    text = _text(page)
    assert page.redirect_chain == [(f"/requests/{reference}/bundle/", 302)]
    for said in ("Order of 2 March", "Georgian", str(Digest.of(files.pdf(2))), "order.pdf", "Court order"):
        assert said in text
    saved = world.auditor.get(f"/requests/{reference}/bundle/files/1/")
    assert saved.content == files.pdf(2)
    assert saved.headers["Content-Disposition"] == 'attachment; filename="order.pdf"'
    assert saved.headers["X-Content-Type-Options"] == "nosniff"
    assert saved.headers["Content-Security-Policy"] == "sandbox; default-src 'none'"
    assert saved.headers["Cache-Control"] == "private, no-store"
    assert "attached file 1: court order" in _text(world.drafter.get(f"/requests/{reference}/"))


@pytest.mark.parametrize(
    ("content", "name", "said"),
    [
        (b"MZ\x90\x00" + bytes(64), "order.pdf", "a program for Windows: a computer would run it"),
        (files.docx(), "order.pdf", "but the file is: Word document"),
        (files.pdf(password="p"), "order.pdf", "is encrypted"),
        (b"", "", "No file arrived"),
    ],
)
def test_what_is_not_taken_is_said_beside_the_form_and_nothing_typed_is_lost(world, at, content, name, said):
    reference = at("draft")
    page = _post(world.drafter, f"/requests/{reference}/bundle/add/", content, name, sort="law", title="My own words")
    assert page.status_code == 422
    assert said in _text(page)
    assert 'value="My own words"' in _text(page)
    assert not Attachment.objects.exists()


def test_a_file_that_is_too_large_is_not_read_to_its_end(world, at, monkeypatch):
    monkeypatch.setattr("comity.web.pages.bundle.add.largest", lambda: 1024)
    page = _post(world.drafter, f"/requests/{at('draft')}/bundle/add/", bytes(5000), sort="other")
    assert page.status_code == 422
    assert "The file is larger than" in _text(page)


def test_a_form_that_another_site_sent_changes_nothing(world, at):
    reference = at("draft")
    browser = Client(enforce_csrf_checks=True)
    browser.force_login(world.users["drafter"], backend="django.contrib.auth.backends.ModelBackend")
    assert _post(browser, f"/requests/{reference}/bundle/add/", files.pdf(2), sort="other").status_code == 403
    assert not Attachment.objects.exists()


def test_it_is_taken_out_by_a_button_and_its_hash_stays(world, at):
    reference = at("draft")
    _attach(world, reference)
    page = _text(_post(world.drafter, f"/requests/{reference}/bundle/files/1/remove/"))
    assert "The ledger keeps its hash" in page
    assert "What was taken out or cancelled: 1" in page
    assert str(Digest.of(files.pdf(2))) in page


def test_once_it_is_approved_the_page_says_why_nothing_changes(world, at):
    reference = at("approved")
    page = _text(world.drafter.get(f"/requests/{reference}/bundle/"))
    assert "Attachments change only while the request is a draft or in review" in page
    assert "Add an attachment" not in page
    assert world.drafter.get(f"/requests/{reference}/bundle/add/").status_code == 302
    assert _post(world.drafter, f"/requests/{reference}/bundle/add/", files.pdf(2), sort="other").status_code == 403


def test_the_whole_is_one_file_with_the_letter_and_a_list_of_hashes(world, at):
    reference = at("ready")
    page = _text(world.drafter.get(f"/requests/{reference}/bundle/"))
    assert "The letter says that nothing is attached" in page
    response = world.auditor.get(f"/requests/{reference}/bundle/whole.zip")
    assert response.streaming
    assert response.headers["Content-Security-Policy"].startswith("sandbox")
    with zipfile.ZipFile(io.BytesIO(b"".join(response))) as archive:
        letter, sums = archive.namelist()
        assert Digest.of(archive.read(letter)) in archive.read(sums).decode()


def test_a_sworn_translation_goes_from_its_order_to_its_stamp(world, at):
    reference = at("draft")
    _attach(world, reference)
    place = f"/requests/{reference}/bundle/translations/"
    form = _text(world.drafter.get(f"{place}order/"))
    assert "accepts requests in Ukrainian, English or French" in form
    page = _post(world.drafter, f"{place}order/", of="1", language="uk", demanded="on", due_on="2026-03-09")
    assert "Sworn translation into Ukrainian" in _text(page)
    held = _text(world.drafter.get(f"/requests/{reference}/"))
    assert "The sworn translation of attachment 1 into Ukrainian is ordered and has not come" in held
    assert "Look at the attachments" in held
    check = _text(world.drafter.get(f"/requests/{reference}/check/"))
    assert f'href="/requests/{reference}/bundle/"' in check
    page = _post(world.drafter, f"{place}1/deliver/", files.docx(), "order.pdf")
    assert "the file is: Word document" in _text(page)
    page = _post(world.drafter, f"{place}1/deliver/", files.pdf(3), "uk.pdf")
    assert "Delivered, not certified" in _text(page)
    assert _post(world.drafter, f"{place}1/certify/", certified_by="", certified_on="x").status_code == 422
    page = _text(_post(world.drafter, f"{place}1/certify/", certified_by="Translator 17", certified_on="2026-03-02"))
    assert "2 March 2026" in page
    assert Translation.objects.get().certified_on == date(2026, 3, 2)
    assert "is ordered and has not come" not in _text(world.drafter.get(f"/requests/{reference}/"))
    page = _text(_post(world.drafter, f"{place}1/redo/", reason="The second page is missing."))
    assert "The second page is missing." in page
    assert _post(world.drafter, f"{place}1/cancel/", reason="").status_code == 422
    assert "They take English." in _text(_post(world.drafter, f"{place}1/cancel/", reason="They take English."))


def _arrived(world, listed):
    theirs = complete() | {"requesting_country": "UA", "requested_country": "GE"}
    duty = world.users["duty"]
    data = attachment_bytes(kind("preservation"), "UA-2026-00017", theirs, listed=listed)
    came = keep_arrival(data, name="request.json", by=duty)
    how = {"received_at": clock.now(), "channel": "24/7 network", "case_title": "Asked"}
    return register_request("preservation", theirs, arrival=came, **how, by=duty)


def test_what_an_arrived_letter_lists_is_received_against_its_hash(world):
    order = Listed(
        1, Nature.COURT_ORDER, "Ухвала суду", "u.pdf", "application/pdf", 9, Digest.of(files.pdf(2)), "uk", 2
    )
    reference = _arrived(world, (order,))
    page = _text(world.duty.get(f"/requests/{reference}/bundle/"))
    assert "1 of 1 file that the letter lists has not come yet." in page
    assert "Not received yet" in page
    wrong = _post(world.duty, f"/requests/{reference}/bundle/add/", files.pdf(3))
    assert wrong.status_code == 422
    assert "The letter lists no file with this SHA-256" in _text(wrong)
    page = _text(_post(world.duty, f"/requests/{reference}/bundle/add/", files.pdf(2)))
    assert "Not received yet" not in page
    assert page.count("Ухвала суду") >= 2
    other = _arrived_without_list(world)
    assert "whether anything was to come along is not known" in _text(world.duty.get(f"/requests/{other}/bundle/"))
    page = _post(world.duty, f"/requests/{other}/bundle/add/", files.pdf(3), sort="record", title="Protocol")
    assert "Protocol" in _text(page)


def _arrived_without_list(world):
    how = {"received_at": clock.now(), "channel": "post", "case_title": "Asked by post"}
    return register_request("preservation", {"requesting_country": "UA"}, **how, by=world.users["duty"])


def test_what_belongs_to_a_hidden_case_is_not_there(world, at):
    reference = at("draft", restricted=True)
    _attach(world, reference)
    order_translation(reference, language="uk", by=world.users["drafter"])
    root = f"/requests/{reference}/bundle/"
    for address in ("", "add/", "whole.zip", "files/1/", "translations/order/", "translations/1/"):
        assert world.duty.get(root + address).status_code == 404, address
        assert world.drafter.get(root + address).status_code == 200, address
    for address in ("add/", "files/1/remove/", "translations/order/", "translations/1/cancel/"):
        assert _post(world.duty, root + address, reason="x", language="be").status_code == 404, address
    assert _post(world.duty, f"{root}translations/1/deliver/", files.pdf(3)).status_code == 404
    assert world.drafter.get(f"{root}files/2/").status_code == 404
    assert Client().get(f"{root}files/1/").status_code == 302
