"""The node reads a signed document back before anybody may send it."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from comity.casework.actions.release_request import release_request
from comity.casework.handlers import read_back_signed_document
from comity.casework.models import Request
from comity.casework.rules.refusal import NotFound
from comity.casework.rules.release import problem
from comity.documents.models.document import Document
from comity.documents.rules.verification import Verdict, Verification
from comity.ledger.queries.entries import entries_about
from comity.ledger.rules.bell import subscribers_of

Bring = Callable[..., str]


def _state(reference: str) -> str:
    return Request.objects.get(reference=reference).state


def test_the_handler_is_subscribed_and_may_be_called_again(at: Bring) -> None:
    reference = at("signed")
    assert "comity.casework.handlers.read_back_signed_document" in subscribers_of("request-signed")
    entry = next(entry for entry in entries_about(f"request:{reference}") if entry.name == "request-signed")
    for _ in range(2):
        read_back_signed_document(entry)
    assert _state(reference) == "ready"
    names = [entry.name for entry in entries_about(f"request:{reference}")]
    assert names.count("request-released") == 1
    assert entries_about(f"request:{reference}")[-1].actor_reference == "system"


def test_a_document_that_says_something_else_is_held_with_the_reason(at: Bring) -> None:
    reference = at("signed")
    request = Request.objects.get(reference=reference)
    Request.objects.filter(pk=request.pk).update(content=request.content | {"summary": "Changed behind the door."})
    for _ in range(2):
        assert not release_request(reference)
    request.refresh_from_db()
    assert request.state == "signed"
    assert "something else than the request (summary)" in request.hold_reason
    assert [entry.name for entry in entries_about(f"request:{reference}")].count("request-held") == 1


def test_a_document_with_a_changed_byte_is_held(at: Bring) -> None:
    reference = at("signed")
    document = Document.objects.get(reference=reference)
    signed = bytearray(document.signed or b"")
    signed[len(signed) // 3] ^= 1
    Document.objects.filter(pk=document.pk).update(signed=bytes(signed))
    assert not release_request(reference)
    assert _state(reference) == "signed"
    assert "does not stand" in Request.objects.get(reference=reference).hold_reason


@pytest.mark.parametrize("state", ["draft", "in-review", "approved"])
def test_what_is_not_signed_is_left_alone(at: Bring, state: str) -> None:
    reference = at(state)
    assert not release_request(reference)
    assert _state(reference) == state


@pytest.mark.django_db
def test_a_request_that_is_not_there_is_not_found() -> None:
    with pytest.raises(NotFound):
        release_request("GE-2026-99999")


@pytest.mark.parametrize(
    ("found", "says"),
    [
        (Verification(Verdict.UNSIGNED), "not signed"),
        (Verification(Verdict.UNKNOWN_SIGNER, reasons=("Nobody here knows it.",)), "Nobody here knows it."),
        (Verification(Verdict.WHOLE, trusted=False, request={"reference": "A"}), "does not stand"),
        (Verification(Verdict.WHOLE, trusted=True), "carries no request"),
        (Verification(Verdict.WHOLE, trusted=True, request=["A"]), "something else"),
        (Verification(Verdict.WHOLE, trusted=True, request={"reference": "B"}), "(reference)"),
        (Verification(Verdict.WHOLE, trusted=True, request={"reference": "A"}), ""),
    ],
)
def test_what_is_wrong_is_said(found: Any, says: str) -> None:
    sentence = problem(found, {"reference": "A"})
    assert says in sentence
    assert bool(sentence) == bool(says)
