"""Attachments by program: listed, added, saved; what is refused is said as a problem; nothing of a hidden case."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.http import HttpResponse
from django.test.client import BOUNDARY, MULTIPART_CONTENT, encode_multipart

from comity.casework.actions.order_translation import order_translation
from comity.casework.models import Attachment
from comity.casework.rules.attachment import attachment_bytes
from comity.casework.rules.bundle.listed import Listed
from comity.casework.rules.bundle.sort import Nature
from comity.casework.rules.registry import kind
from comity.casework.tests.complete import complete
from comity.documents.tests import attached_files as files
from comity.kernel.digest import Digest

from .conftest import Program, problem

pytestmark = pytest.mark.django_db

ORDER = "?sort=court-order&title=Order%20of%202%20March&language=ka"


def send(
    by: Program, reference: str, content: bytes, name: str = "order.pdf", about: str = ORDER, **headers: str
) -> HttpResponse:
    body = encode_multipart(BOUNDARY, {"file": SimpleUploadedFile(name, content)})
    return by.post(f"/requests/{reference}/attachments{about}", body, content_type=MULTIPART_CONTENT, **headers)


@pytest.fixture
def drafter(program: Callable[..., Program], law: None) -> Program:
    return program("drafter")


def test_a_file_is_added_listed_and_saved(drafter: Program, draft: Callable[..., str]) -> None:
    reference = draft()
    made = send(drafter, reference, files.pdf(2))
    assert made.status_code == 201, made.content
    found = made.json()
    assert (found["number"], found["pages"], found["sha256"]) == (1, 2, Digest.of(files.pdf(2)))
    assert made["Location"] == f"/api/v1/requests/{reference}/attachments/1"
    assert drafter.get(f"/requests/{reference}/attachments").json()["attachments"] == [found]
    saved = drafter.get(f"/requests/{reference}/attachments/1")
    assert saved.content == files.pdf(2)
    assert saved["Content-Disposition"] == 'attachment; filename="order.pdf"'


def test_a_repetition_adds_nothing(drafter: Program, draft: Callable[..., str]) -> None:
    reference = draft()
    first = send(drafter, reference, files.pdf(2), Idempotency_Key="once")
    again = send(drafter, reference, files.pdf(2), Idempotency_Key="once")
    assert (first.status_code, again.json()) == (201, first.json())
    assert Attachment.objects.count() == 1


@pytest.mark.parametrize(
    ("content", "name", "about", "said"),
    [
        (b"MZ\x90\x00" + bytes(64), "order.pdf", ORDER, "a computer would run it"),
        (files.docx(), "order.pdf", ORDER, "Word document"),
        (files.pdf(2), "order.pdf", "?sort=translation", "into which language"),
        (files.pdf(2), "order.pdf", "?sort=bomb", "sort"),
        (files.pdf(2), "order.pdf", "?sort=translation&language=uk&of=3", "no attachment of this number"),
    ],
)
def test_what_is_not_taken_is_a_problem(
    drafter: Program, draft: Callable[..., str], content: bytes, name: str, about: str, said: str
) -> None:
    answer = send(drafter, draft(), content, name, about)
    assert answer.status_code == 422
    assert said in answer.content.decode()
    assert not Attachment.objects.exists()


def test_what_is_approved_takes_no_more(drafter: Program, at: Callable[..., str]) -> None:
    reference = at("approved")
    found = problem(send(drafter, reference, files.pdf(2)), 409)
    assert "only while the request is a draft or in review" in found["detail"]
    assert drafter.get(f"/requests/{reference}/attachments").json()["why_closed"]


def test_what_belongs_to_a_hidden_case_is_not_there(
    program: Callable[..., Program], drafter: Program, draft: Callable[..., str]
) -> None:
    reference = draft(restricted=True)
    assert send(drafter, reference, files.pdf(2)).status_code == 201
    stranger = program("duty")
    for answer in (
        stranger.get(f"/requests/{reference}/attachments"),
        stranger.get(f"/requests/{reference}/attachments/1"),
        send(stranger, reference, files.pdf(3)),
    ):
        problem(answer, 404)


def test_sworn_translations_and_an_arrived_list_are_told(
    cast: Any, drafter: Program, draft: Callable[..., str]
) -> None:
    reference = draft()
    order_translation(reference, language="uk", demanded=True, by=cast.drafter)
    (awaited,) = drafter.get(f"/requests/{reference}/attachments").json()["translations"]
    assert (awaited["state"], awaited["of"], awaited["demanded"]) == ("ordered", "the letter", True)
    theirs = complete() | {"requesting_country": "UA", "requested_country": "GE"}
    listed = (Listed(1, Nature.LAW, "Art. 361", "law.pdf", "application/pdf", 9, Digest.of(files.pdf(2))),)
    data = attachment_bytes(kind("preservation"), "UA-2026-00017", theirs, listed=listed)
    body = encode_multipart(BOUNDARY, {"file": SimpleUploadedFile("request.json", data)})
    kept = drafter.post("/incoming/files", body, content_type=MULTIPART_CONTENT).json()["id"]
    how = {"received_at": "2026-03-02T13:00:00+04:00", "channel": "24/7 network", "case_title": "For Ukraine"}
    arrived = drafter.post("/incoming", how | {"arrival": kept}).json()["reference"]
    assert drafter.get(f"/requests/{arrived}/attachments").json()["listed_there"][0]["attachment"] is None
    assert send(drafter, arrived, files.pdf(3), about="").status_code == 422
    assert send(drafter, arrived, files.pdf(2), about="").json()["title"] == "Art. 361"
    assert drafter.get(f"/requests/{arrived}/attachments").json()["listed_there"][0]["attachment"] == 1
