"""What goes along with a request, its versions, and drafts from a file: nothing is left in English but data."""

from __future__ import annotations

from datetime import date

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from comity.casework.actions.add_attachment import add_attachment
from comity.casework.actions.edit_request import edit_request
from comity.casework.actions.keep_arrival import keep_arrival
from comity.casework.actions.order_translation import order_translation
from comity.casework.actions.register_request import register_request
from comity.casework.rules.attachment import attachment_bytes
from comity.casework.rules.bundle.listed import Listed
from comity.casework.rules.bundle.sort import Nature
from comity.casework.rules.registry import kind
from comity.casework.tests.complete import complete
from comity.documents.tests import attached_files as files
from comity.kernel import clock
from comity.kernel.digest import Digest
from comity.web.tests.foreign import LANGUAGE, bracketed
from comity.web.tests.test_no_english_left_in_incoming import data, reader, told

pytestmark = pytest.mark.django_db

MINE = (
    "Order of 2 March",
    "order.pdf",
    "order.txt",
    "order.exe",
    "order.csv",
    "Notary Kovalenko",
    "Stamp missing.",
    "nobody.xyz",
)


def _posted(browser, address, content=b"", name="order.pdf", **fields):
    file = {"file": SimpleUploadedFile(name, content)} if content else {}
    return browser.post(address, {"of": "0", **fields, **file}, follow=True)


@pytest.fixture
def drafter(world):
    world.drafter.cookies["language"] = LANGUAGE
    return world.drafter


def test_nothing_is_left_in_english_of_what_goes_along(world, drafter, at):
    read, found = reader(*MINE)
    empty, draft, signed = at("draft"), at("draft"), at("ready")
    add = {"name": "order.pdf", "sort": "court-order", "title": "Order of 2 March", "by": world.users["drafter"]}
    add_attachment(draft, files.pdf(2), language="ka", **add)
    number = order_translation(
        draft, of=1, language="uk", due_on=date(2026, 3, 12), demanded=True, by=world.users["drafter"]
    )
    bundle = f"/requests/{draft}/bundle/"
    with bracketed():
        for address in (f"/requests/{empty}/bundle/", bundle, f"/requests/{signed}/bundle/", f"/requests/{draft}/"):
            read(address, drafter.get(address))
        for step in ("add/", "translations/order/", f"translations/{number}/"):
            read(step, drafter.get(f"{bundle}{step}"))
        read("check", drafter.get(f"/requests/{draft}/check/"))
        read("added", _posted(drafter, f"{bundle}add/", b"x,y\n1,2\n", "order.csv", sort="law"))
        read("ordered", _posted(drafter, f"{bundle}translations/order/", language="en"))
        translation = f"{bundle}translations/{number}/"
        read("delivered", _posted(drafter, f"{translation}deliver/", files.pdf(3)))
        read("not certified", drafter.get(f"/requests/{draft}/check/"))
        certified = {"certified_by": "Notary Kovalenko", "certified_on": "2026-03-02"}
        read("certified", drafter.post(f"{translation}certify/", certified, follow=True))
        read("its bundle", drafter.get(bundle))
        read("again", drafter.post(f"{translation}redo/", {"reason": "Stamp missing."}, follow=True))
        read("to do", drafter.get(f"/requests/{draft}/check/"))
        read("cancelled", drafter.post(f"{translation}cancel/", {"reason": "Stamp missing."}, follow=True))
        read("taken out", drafter.post(f"{bundle}files/2/remove/", follow=True))
    assert not found, told(found)


def test_nothing_is_left_in_english_where_a_file_is_not_taken(world, drafter, at):
    read, found = reader(*MINE)
    draft = at("draft")
    bundle = f"/requests/{draft}/bundle/"
    by = {"name": "order.pdf", "sort": "other", "title": "Order of 2 March", "by": world.users["drafter"]}
    add_attachment(draft, files.pdf(2), **by)
    number = order_translation(draft, of=1, language="uk", by=world.users["drafter"])
    with bracketed():
        for name, content, called in (
            ("nothing", b"", ""),
            ("program", b"MZ\x90\x00" + bytes(64), "order.pdf"),
            ("script", b"x", "order.exe"),
            ("misnamed", files.docx(), "order.pdf"),
            ("locked", files.pdf(password="p"), "order.pdf"),
            ("archive", b"Rar!\x1a\x07\x00" + bytes(64), "order.pdf"),
            ("damaged", b"%PDF-1.7\nnothing", "order.pdf"),
            ("unknown", b"\x00\x01\x02\x03" * 20, "nobody.xyz"),
            ("twice", files.pdf(2), "order.pdf"),
        ):
            read(name, _posted(drafter, f"{bundle}add/", content, called, sort="other"))
        read("language", _posted(drafter, f"{bundle}add/", files.pdf(3), sort="sworn-translation", language=""))
        read("order", drafter.post(f"{bundle}translations/order/", {"of": "9", "language": "", "due_on": "soon"}))
        read(
            "over", drafter.post(f"{bundle}translations/order/", {"of": "0", "language": "uk", "due_on": "2020-01-01"})
        )
        translation = f"{bundle}translations/{number}/"
        read("deliver", _posted(drafter, f"{translation}deliver/"))
        read("cancel", drafter.post(f"{translation}cancel/", {"reason": ""}))
        _posted(drafter, f"{translation}deliver/", files.pdf(4))
        read("certify", drafter.post(f"{translation}certify/", {"certified_by": "", "certified_on": "2036-01-01"}))
        read("later", drafter.post(f"{translation}certify/", {"certified_by": "x", "certified_on": "2036-01-01"}))
        read("translated", drafter.post(f"{bundle}files/1/remove/", follow=True))
    assert not found, told(found)


def test_nothing_is_left_in_english_of_what_came_along(world, drafter):
    read, found = reader(*MINE)
    content = files.pdf(2)
    named = ("Order of 2 March", "order.pdf", "application/pdf")
    one = Listed(1, Nature.SWORN, *named, len(content), Digest.of(content), "ka", 2, "letter")
    theirs = complete() | {"requesting_country": "UA", "requested_country": "GE", "status": "new"}
    letter = attachment_bytes(kind("preservation"), "UA-2026-00017", theirs, listed=(one,))
    duty = world.users["duty"]
    more = {"received_at": clock.now(), "channel": "24/7 network", "case_title": "Ransomware", "by": duty}
    listed = register_request(
        "preservation", theirs, arrival=keep_arrival(letter, name="request.json", by=duty), **more
    )
    without = register_request("preservation", theirs, **more)
    with bracketed():
        for reference in (listed, without):
            read(reference, drafter.get(f"/requests/{reference}/bundle/"))
            read(f"{reference} add", drafter.get(f"/requests/{reference}/bundle/add/"))
        read("not listed", _posted(drafter, f"/requests/{listed}/bundle/add/", files.pdf(3)))
        read("listed", _posted(drafter, f"/requests/{listed}/bundle/add/", content))
        read("came", _posted(drafter, f"/requests/{without}/bundle/add/", content, sort="record"))
    assert not found, told(found)


def test_nothing_is_left_in_english_of_versions_and_of_drafts_from_files(world, drafter, at):
    stood = (complete()["summary"], complete()["necessity"], "Typed a moment ago")
    pieces = [piece for text in stood for piece in (text, *text.split(". "), text.rstrip("."))]
    left_out = "Urgency, left out: “at once” is not among the choices. Choose from the list."  # kept in English
    read, found = reader(*MINE, *sorted(pieces, key=len, reverse=True), left_out)
    draft = at("draft")
    with bracketed():
        read("one version", drafter.get(f"/requests/{draft}/versions/"))
        with clock.frozen(clock.now().replace(hour=15)):
            changes = {"summary": "Typed a moment ago.", "necessity": "Typed a moment ago.", "data": ["subscriber"]}
            changes |= {"requesting_person": "Typed a moment ago.", "requesting_email": "Typed a moment ago."}
            edit_request(draft, changes, version=1, by=world.users["drafter"])
            read("versions", drafter.get(f"/requests/{draft}/versions/"))
        own = attachment_bytes(kind("preservation"), "GE-2026-00012", complete() | {"urgency": "at once"})
        ours = {"title": "Ransomware"}
        read("from file", drafter.get("/intake/from-file/"))
        for name, content, typed in (
            ("drafted", own, ours),
            ("nothing", b"", ours),
            ("large", b"x" * (10 * 1024 * 1024 + 1), ours),
            ("other", b"PK\x03\x04", ours),
            ("theirs", data(), ours),
            ("no case", own, {}),
            ("no such case", own, {"case": "CASE-2026-99999"}),
            ("no such request", own, {"follows": "GE-2026-99999"}),
        ):
            sent = {**typed, "file": SimpleUploadedFile("order.pdf", content)}
            read(name, drafter.post("/intake/from-file/", sent, follow=True))
    assert not found, told(found)
