"""A file of this system becomes a draft that says the same, and any other file is refused in words."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from comity.casework.actions.draft_from_file import draft_from_file
from comity.casework.actions.mark_request_sent import mark_request_sent
from comity.casework.actions.open_case import open_case
from comity.casework.models import Request
from comity.casework.queries.request_page import request_page
from comity.casework.rules.attachment import attachment, attachment_bytes
from comity.casework.rules.events import DraftTakenFromFile, request_subject
from comity.casework.rules.refusal import NotFound, Refused
from comity.casework.rules.registry import kind
from comity.casework.tests.complete import complete, complete_of
from comity.documents.queries.documents import document_content
from comity.kernel.digest import Digest
from comity.ledger.queries.entries import entries_about
from comity.people.rules.roles import NotEntitled

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("node")]

OURS = kind("preservation")
NUMBER = "GE-2026-00012"


def data(**changes: Any) -> bytes:
    return attachment_bytes(OURS, NUMBER, complete() | changes)


def test_the_signed_letter_gives_the_same_request_back(cast: Any, at: Callable[..., str]) -> None:
    reference = at("ready")
    signed = Request.objects.get(reference=reference)
    letter = document_content(signed.document_id)  # type: ignore[arg-type]
    taken = draft_from_file(letter, case_reference=signed.case.reference, by=cast.drafter)
    drafted = Request.objects.get(reference=taken.reference)
    assert taken.sentences == ()
    assert (drafted.kind, drafted.state, drafted.version) == ("preservation", "draft", 1)
    assert drafted.content == signed.content
    assert drafted.reference != signed.reference
    before = attachment(OURS, "", signed.content)
    assert attachment(OURS, "", drafted.content) == before
    entry = next(e for e in entries_about(request_subject(drafted.reference)) if e.name == DraftTakenFromFile.name)
    assert entry.payload == {"file_digest": Digest.of(letter), "medium": "pdf", "said_reference": reference}
    assert any(reference in line.sentence for line in request_page(cast.drafter, drafted.reference).timeline)


def test_data_open_a_new_case(cast: Any) -> None:
    taken = draft_from_file(data(), case_title="The hospital", by=cast.duty)
    drafted = Request.objects.get(reference=taken.reference)
    assert drafted.case.title == "The hospital"
    assert drafted.content == complete()
    assert (drafted.requesting_country, drafted.requested_country) == ("GE", "UA")


def test_attachments_in_the_data_are_no_hindrance(cast: Any) -> None:
    order = {"name": "order.pdf", "kind": "court-order", "media_type": "application/pdf", "size": 3, "sha256": "0" * 64}
    given = json.dumps(json.loads(data()) | {"attachments": [order]}).encode()
    taken = draft_from_file(given, case_title="The hospital", by=cast.duty)
    assert Request.objects.get(reference=taken.reference).content == complete()


def test_what_the_form_does_not_know_is_left_out_and_said(cast: Any) -> None:
    given = json.loads(data())
    given["content"] |= {"approved_by": "me", "urgency": "at once"}
    taken = draft_from_file(json.dumps(given).encode(), case_title="The hospital", by=cast.drafter)
    left = complete()
    del left["urgency"]
    assert Request.objects.get(reference=taken.reference).content == left
    assert {sentence.partition(",")[0] for sentence in taken.sentences} == {OURS.fields["urgency"].label, "approved_by"}


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (b"", "No file arrived"),
        (b"x" * (10 * 1024 * 1024 + 1), "larger than 10 MB"),
        (b"%PDF-1.7 torn", "cannot be read"),
        (b"PK\x03\x04 a text document", "neither a PDF nor an e-mail nor the data of a request"),
        (b'{"comity": {"schema": "pack"}}', "no request as this system writes them"),
        (b'{"comity": ', "not JSON"),
        (attachment_bytes(replace(OURS, name="hearing"), NUMBER, {}), "“hearing”, which this node does not know"),
        (data(requesting_country="UA"), "Ukraine asks in this request"),
        (data(requested_country=""), "does not say which country is asked"),
    ],
    ids=["empty", "large", "torn", "docx", "other-json", "half", "unknown-kind", "theirs", "nobody-asked"],
)
def test_other_files_are_refused_in_words(cast: Any, content: bytes, words: str) -> None:
    with pytest.raises(Refused, match=words):
        draft_from_file(content, case_title="The hospital", by=cast.drafter)
    assert not Request.objects.exists()


def test_it_needs_a_case_that_the_drafter_sees(cast: Any) -> None:
    with pytest.raises(Refused, match="to which case"):
        draft_from_file(data(), by=cast.drafter)
    hidden = open_case("Hidden", restricted=True, by=cast.duty)
    with pytest.raises(NotFound):
        draft_from_file(data(), case_reference=hidden, by=cast.drafter)
    with pytest.raises(NotEntitled):
        draft_from_file(data(), case_title="The hospital", by=cast.auditor)


def test_what_follows_a_request_says_which(cast: Any, at: Callable[..., str]) -> None:
    extension = kind("extension")
    given = attachment_bytes(extension, NUMBER, complete_of(extension))
    with pytest.raises(Refused, match="always follows another request"):
        draft_from_file(given, case_title="The hospital", by=cast.drafter)
    earlier = at("ready")
    with pytest.raises(Refused, match="has not been sent yet"):
        draft_from_file(given, follows=earlier, by=cast.drafter)
    sent = Request.objects.get(reference=earlier)
    mark_request_sent(earlier, sent_on=date(2026, 3, 2), channel="24/7 network", by=cast.drafter)
    taken = draft_from_file(given, follows=earlier, by=cast.drafter)
    drafted = Request.objects.get(reference=taken.reference)
    assert (drafted.follows, drafted.case, drafted.kind) == (sent, sent.case, "extension")
    assert drafted.content == complete_of(extension)
