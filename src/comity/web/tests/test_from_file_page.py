"""Drafting from a file on its page, and the letter in its other forms."""

from __future__ import annotations

from io import BytesIO

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from docx import Document

from comity.casework.models import Request
from comity.casework.rules.attachment import attachment_bytes
from comity.casework.rules.registry import kind
from comity.casework.tests.complete import complete

pytestmark = pytest.mark.django_db

ADDRESS = "/intake/from-file/"


def data(**changes):
    return attachment_bytes(kind("preservation"), "GE-2026-00012", complete() | changes)


def sent(browser, content, **typed):
    return browser.post(ADDRESS, {**typed, "file": SimpleUploadedFile("letter.pdf", content)})


def test_the_signed_pdf_becomes_a_draft_that_says_the_same(world, at):
    reference = at("ready")
    signed = Request.objects.select_related("case").get(reference=reference)
    pdf = world.drafter.get(f"/requests/{reference}/letter.pdf").content
    answer = sent(world.drafter, pdf, case=signed.case.reference)
    drafted = Request.objects.latest("pk")
    assert answer.url == f"/requests/{drafted.reference}/edit/"
    assert drafted.content == signed.content
    page = world.drafter.get(answer.url).content.decode()
    assert "it says what the file says" in page


def test_what_was_left_out_is_said_on_the_draft(world):
    answer = sent(world.drafter, data(urgency="at once"), title="The hospital")
    page = world.drafter.get(answer.url).content.decode()
    assert "“at once” is not among the choices" in page


@pytest.mark.parametrize(
    ("content", "typed", "words"),
    [
        (b"", {"title": "x"}, "No file arrived"),
        (b"x" * (10 * 1024 * 1024 + 1), {"title": "x"}, "larger than 10 MB"),
        (b"PK\x03\x04", {"title": "x"}, "neither a PDF nor an e-mail"),
        (data(requesting_country="UA"), {"title": "x"}, "Ukraine asks in this request"),
        (data(), {}, "to which case it belongs"),
        (data(), {"case": "CASE-2026-99999"}, "There is no such case"),
        (data(), {"follows": "GE-2026-99999"}, "There is no such request"),
    ],
    ids=["empty", "large", "docx", "theirs", "no-case", "unknown-case", "unknown-request"],
)
def test_what_cannot_be_drafted_is_said_and_nothing_typed_is_lost(world, content, typed, words):
    answer = sent(world.drafter, content, **typed)
    page = answer.content.decode()
    assert answer.status_code == 422
    assert words in page
    assert all(f'value="{value}"' in page for value in typed.values())
    assert not Request.objects.exists()


def test_only_drafters_come_here_and_no_other_site_posts_here(world):
    assert world.auditor.get(ADDRESS).status_code == 403
    strict = Client(enforce_csrf_checks=True)
    strict.cookies = world.drafter.cookies
    assert sent(strict, data(), title="x").status_code == 403
    assert not Request.objects.exists()


def test_it_begins_in_the_case_named(world):
    assert 'value="CASE-2026-00012"' in world.drafter.get(f"{ADDRESS}?case=CASE-2026-00012").content.decode()


@pytest.mark.parametrize("state", ["draft", "ready"])
def test_the_letter_comes_in_every_form(world, at, state):
    reference = at(state)
    end = "-draft" if state == "draft" else ""
    word, text, plain = (world.auditor.get(f"/requests/{reference}/letter.{form}") for form in ("docx", "txt", "json"))
    assert Document(BytesIO(word.content)).tables
    assert word["Content-Disposition"] == f'attachment; filename="{reference}-preservation{end}.docx"'
    assert text["Content-Type"] == "text/plain; charset=utf-8"
    assert text["Content-Disposition"].startswith("inline")
    assert plain.json()["reference"] == reference
    assert {one["Cache-Control"] for one in (word, text, plain)} == {"private, no-store"}
    page = world.auditor.get(f"/requests/{reference}/letter/").content.decode()
    assert all(f"letter.{form}" in page for form in ("docx", "txt", "json"))


def test_a_hidden_letter_is_not_there_in_any_form(world, at):
    hidden = at("ready", restricted=True)
    assert {world.duty.get(f"/requests/{hidden}/letter.{form}").status_code for form in ("docx", "txt", "json")} == {
        404
    }


def test_what_paper_cannot_show_is_said(world, at):
    answer = world.drafter.get(f"/requests/{at('draft', summary='a' + chr(7))}/letter.docx")
    assert answer.status_code == 422
    assert "a control character" in answer.content.decode()
