"""Files that arrived, by program: kept and read, registered once, set aside; whatever is wrong is said as a problem."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.http import HttpResponse
from django.test.client import BOUNDARY, MULTIPART_CONTENT, encode_multipart

from comity.casework.models import Arrival, Request
from comity.casework.rules.arrival.reading import LARGEST_FILE
from comity.casework.rules.arrival.refusals import ReadersBusy
from comity.casework.rules.attachment import attachment_bytes
from comity.casework.rules.registry import kind
from comity.casework.tests.complete import complete
from comity.documents.queries.documents import document_content
from comity.ledger.queries.entries import entries_about

from .conftest import Program, problem

pytestmark = pytest.mark.django_db

THEIRS = complete() | {"requesting_country": "UA", "requested_country": "GE", "status": "new"}
HOW = {"received_at": "2026-03-02T13:00:00+04:00", "channel": "24/7 network", "case_title": "For Ukraine"}


@pytest.fixture
def drafter(program: Callable[..., Program], law: None) -> Program:
    return program("drafter")


def data(**content: Any) -> bytes:
    return attachment_bytes(kind("preservation"), "UA-2026-00017", THEIRS | content)


def parts(**given: Any) -> bytes:
    return encode_multipart(BOUNDARY, given)


def send(by: Program, content: bytes, name: str = "request.json", **headers: str) -> HttpResponse:
    body = parts(file=SimpleUploadedFile(name, content))
    return by.post("/incoming/files", body, content_type=MULTIPART_CONTENT, **headers)


def kept(by: Program, content: bytes, name: str = "request.json") -> dict[str, Any]:
    answer = send(by, content, name)
    assert answer.status_code == 201, answer.content
    assert answer["Location"] == f"/api/v1/incoming/files/{answer.json()['id']}"
    return answer.json()


def test_a_file_is_kept_read_and_registered_once(drafter: Program) -> None:
    found = kept(drafter, data())
    assert (found["medium"], found["kind"], found["their_reference"]) == ("json", "preservation", "UA-2026-00017")
    assert found["content"]["summary"] == THEIRS["summary"]
    assert any("carry no signature" in sentence for sentence in found["sentences"])
    assert not Request.objects.exists()
    assert [item["id"] for item in drafter.get("/incoming/files").json()] == [found["id"]]
    body = HOW | {"arrival": found["id"], "content": {"necessity": "Mended by the program."}}
    made = drafter.post("/incoming", body)
    assert made.status_code == 201, made.content
    row = Request.objects.get()
    assert (row.their_reference, row.content["necessity"]) == ("UA-2026-00017", "Mended by the program.")
    assert row.content["summary"] == THEIRS["summary"]
    assert drafter.post("/incoming", body).json()["reference"] == row.reference
    assert drafter.get(f"/incoming/files/{found['id']}").json()["request"] == row.reference
    assert drafter.get("/incoming/files").json() == []
    assert Request.objects.count() == 1


def test_our_signed_letter_says_who_signed_it(drafter: Program, at: Callable[..., str]) -> None:
    sent = Request.objects.get(reference=at("signed", status="new"))
    assert sent.document_id is not None
    letter = document_content(sent.document_id)
    found = kept(drafter, letter, "letter.pdf")
    assert (found["signed"]["verdict"], found["their_reference"]) == ("whole", sent.reference)
    forged = bytearray(letter)
    forged[len(forged) // 2] ^= 1
    found = kept(drafter, bytes(forged), "letter.pdf")
    assert found["signed"]["verdict"] in {"changed", "unreadable"}
    assert (found["kind"], found["content"]) == ("", {})
    assert bytes(Arrival.objects.get(pk=found["id"]).content) == bytes(forged)


def test_an_e_mail_is_read_for_its_file(drafter: Program) -> None:
    mail = (
        b"From: duty@example.org\r\nSubject: Request\r\nMIME-Version: 1.0\r\n"
        b'Content-Type: multipart/mixed; boundary="b"\r\n\r\n--b\r\nContent-Type: text/plain\r\n\r\nDear colleagues\r\n'
        b"--b\r\nContent-Type: application/json\r\nContent-Disposition: attachment; filename=request.json\r\n\r\n"
        + data()
        + b"\r\n--b--\r\n"
    )
    found = kept(drafter, mail, "mail.eml")
    assert (found["medium"], found["kind"], found["words"]) == ("eml", "preservation", "Dear colleagues")
    assert {"label": "Sender", "text": "duty@example.org"} in found["claimed"]


@pytest.mark.parametrize(
    "content",
    [
        b"\x89PNG\r\n\x1a\n",
        b"%PDF-1.7 broken",
        b'{"comity": {}}',
        b'{"comity": {"schema": "request", "kind": ["preservation"], "version": {}}, "content": 7}',
        b"[" * 100_000,
        b'{"a":' * 5_000 + b"1" + b"}" * 5_000,
        b'{"comity": NaN}',
        b'{"comity": 1, "comity": 2}',
        b'{"comity": ' + b"9" * 5_000 + b"}",
        b"\xff\xfe{}",
        b"{" + b"x" * 5_000_000,
    ],
)
def test_what_is_no_request_is_kept_and_said(drafter: Program, content: bytes) -> None:
    found = kept(drafter, content, "file")
    assert (found["kind"], found["content"]) == ("", {})
    assert any("by hand" in sentence for sentence in found["sentences"])
    assert bytes(Arrival.objects.get().content) == content
    refused = problem(drafter.post("/incoming", HOW | {"arrival": found["id"]}), 422)
    assert refused["errors"][0]["field"] == "kind"
    typed = HOW | {"arrival": found["id"], "kind": "preservation", "content": {"requesting_country": "UA"}}
    assert drafter.post("/incoming", typed).status_code == 201


def test_forged_values_are_left_out_and_said(drafter: Program) -> None:
    forged = json.loads(data())
    forged["content"] |= {"urgency": "yesterday", "approved": True, "summary": ["x"], "necessity": "x" * 50_000}
    found = kept(drafter, json.dumps(forged).encode())
    assert set(found["content"]).isdisjoint({"urgency", "approved", "summary", "necessity"})
    assert sum("left out" in sentence for sentence in found["sentences"]) == 4


def test_the_same_call_again_keeps_it_once_whatever_the_boundary(drafter: Program) -> None:
    first = send(drafter, data(), Idempotency_Key="night/1")
    body = encode_multipart("another", {"file": SimpleUploadedFile("request.json", data())})
    again = drafter.post(
        "/incoming/files", body, content_type="multipart/form-data; boundary=another", Idempotency_Key="night/1"
    )
    assert (again.status_code, again.content) == (201, first.content)
    assert Arrival.objects.count() == 1
    other = send(drafter, data(summary="Another"), Idempotency_Key="night/1")
    assert problem(other, 422)["type"].endswith("repeated-differently")


def test_what_is_no_file_is_refused_in_words(drafter: Program) -> None:
    def post(body: bytes, content_type: str = MULTIPART_CONTENT) -> HttpResponse:
        return drafter.post("/incoming/files", body, content_type=content_type)

    problem(post(b"%PDF", "application/pdf"), 415)
    problem(post(b"{}", "application/json"), 415)
    problem(post(b"x", "multipart/form-data"), 400)
    assert problem(post(parts()), 422)["errors"][0]["field"] == "file"
    assert problem(post(parts(file="only text")), 422)["errors"][0]["field"] == "file"
    strange = parts(file=SimpleUploadedFile("a", b"a"), note="x")
    assert problem(post(strange), 422)["errors"][0]["field"] == "note"
    two = parts(file=[SimpleUploadedFile("a", b"a"), SimpleUploadedFile("b", b"b")])
    assert "one file" in problem(post(two), 422)["detail"]
    assert "it is empty" in problem(send(drafter, b""), 422)["detail"]
    assert not Arrival.objects.exists()


def test_too_much_is_refused_before_it_is_read(drafter: Program) -> None:
    assert (
        "too long"
        in problem(drafter.post("/incoming/files", parts(note="x" * 3_000_000), content_type=MULTIPART_CONTENT), 413)[
            "detail"
        ]
    )
    problem(send(drafter, b"x" * 50_000_000), 413)
    assert "larger than 10 MB" in problem(send(drafter, b"x" * (LARGEST_FILE + 1)), 422)["detail"]
    assert not Arrival.objects.exists()
    assert kept(drafter, b"x" * LARGEST_FILE)["size"] == LARGEST_FILE


def test_while_others_are_read_it_asks_to_come_back(drafter: Program, monkeypatch: pytest.MonkeyPatch) -> None:
    def busy(_content: bytes) -> None:
        raise ReadersBusy

    monkeypatch.setattr("comity.casework.actions.keep_arrival.read_arrival", busy)
    answer = send(drafter, b"%PDF-1.7")
    problem(answer, 429)
    assert answer["Retry-After"] == "60"
    assert not Arrival.objects.exists()


def test_set_aside_and_taken_up_again(drafter: Program) -> None:
    found = kept(drafter, b"Buy now", "offer.txt")
    address = f"/incoming/files/{found['id']}"
    problem(drafter.post(f"{address}/set-aside", {"ground": "mood", "reason": "x"}), 422)
    assert problem(drafter.post(f"{address}/set-aside", {"ground": "spam", "reason": " "}), 422)["errors"]
    aside = drafter.post(f"{address}/set-aside", {"ground": "spam", "reason": "It sells."}).json()
    assert (aside["set_aside"]["ground"], aside["set_aside"]["reason"]) == ("spam", "It sells.")
    assert drafter.get("/incoming/files").json() == []
    assert [item["id"] for item in drafter.get("/incoming/files", set_aside="true").json()] == [found["id"]]
    typed = HOW | {"arrival": found["id"], "kind": "preservation", "content": {"requesting_country": "UA"}}
    assert "Take it up again" in problem(drafter.post("/incoming", typed), 422)["detail"]
    assert drafter.post(f"{address}/take-up").json()["set_aside"] is None
    assert drafter.post("/incoming", typed).status_code == 201
    names = [entry.name for entry in entries_about(f"arrival:{found['id']}")]
    assert names == ["arrival-kept", "arrival-set-aside", "arrival-taken-up"]


def test_the_pages_door_is_the_programs_door(drafter: Program, program: Callable[..., Program]) -> None:
    found = kept(drafter, data())
    address = f"/incoming/files/{found['id']}"
    problem(program("duty").get(address), 404)
    problem(program("duty").post("/incoming", HOW | {"arrival": found["id"]}), 404)
    problem(program("duty").post(f"{address}/take-up"), 404)
    problem(send(program("auditor"), data()), 403)
    problem(send(program("drafter", "read"), data()), 403)
    problem(send(Program(""), data()), 401)
    problem(drafter.get("/incoming/files/no-number"), 422)
