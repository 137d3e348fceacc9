"""Letters in every form for programs, and drafts from what comes back."""

from __future__ import annotations

from collections.abc import Callable
from io import BytesIO
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.http import HttpResponse
from django.test.client import BOUNDARY, MULTIPART_CONTENT, encode_multipart
from docx import Document

from comity.casework.models import Request
from comity.documents.queries.documents import document_content

from .conftest import Program, problem

pytestmark = pytest.mark.django_db


@pytest.fixture
def drafter(program: Callable[..., Program], law: None) -> Program:
    return program("drafter")


def send(by: Program, content: bytes, query: str, **headers: str) -> HttpResponse:
    body = encode_multipart(BOUNDARY, {"file": SimpleUploadedFile("letter", content)})
    return by.post(f"/requests/from-file?{query}", body, content_type=MULTIPART_CONTENT, **headers)


def test_a_letter_comes_in_every_form_and_its_data_come_back(drafter: Program, at: Callable[..., str]) -> None:
    reference = at("ready")
    signed = Request.objects.select_related("case").get(reference=reference)
    pdf, word, text, data = (drafter.get(f"/requests/{reference}/letter/{form}") for form in FORMS)
    assert pdf.content == document_content(signed.document_id)
    assert "2 Reference / case number" in [cell.text for cell in Document(BytesIO(word.content)).tables[0]._cells]
    assert f"Reference / case number: {reference}" in text.content.decode()
    assert data.json() == drafter.get(f"/requests/{reference}/data").json()
    assert text["Content-Disposition"] == f'attachment; filename="{reference}-preservation.txt"'
    for content in (pdf.content, data.content):
        answer = send(drafter, content, f"case={signed.case.reference}")
        assert answer.status_code == 201, answer.content
        assert answer.json()["sentences"] == []
        assert drafter.get(answer["Location"]).json()["content"] == signed.content


FORMS = ("pdf", "docx", "txt", "json")


def test_a_draft_says_that_it_is_one(drafter: Program, draft: Callable[..., str]) -> None:
    reference = draft()
    assert drafter.get(f"/requests/{reference}/letter/txt").content.startswith(b"DRAFT")
    assert drafter.get(f"/requests/{reference}/letter/pdf")["Content-Disposition"].endswith('-draft.pdf"')
    problem(drafter.get(f"/requests/{reference}/letter/odt"), 422)
    unprintable = draft(summary="a\x07")
    problem(drafter.get(f"/requests/{unprintable}/letter/docx"), 422)


def test_the_same_call_drafts_once(drafter: Program, draft: Callable[..., str]) -> None:
    data = drafter.get(f"/requests/{draft()}/letter/json").content
    first, again = (send(drafter, data, "case_title=Ransomware", Idempotency_Key="once") for _ in range(2))
    assert first.json() == again.json()
    assert Request.objects.count() == 2


def test_what_is_refused_is_said(drafter: Program, program: Callable[..., Program], draft: Callable[..., str]) -> None:
    data = drafter.get(f"/requests/{draft()}/letter/json").content
    said: dict[str, Any] = problem(send(drafter, data, ""), 422)
    assert [error["field"] for error in said["errors"]] == ["case"]
    assert "no request as this system writes" in problem(send(drafter, b"{}", "case_title=x"), 422)["detail"]
    problem(send(drafter, data, "case=CASE-2026-99999"), 404)
    problem(send(program("auditor"), data, "case_title=x"), 403)
