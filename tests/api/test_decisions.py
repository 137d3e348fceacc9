"""A request on its way from draft to dispatch and beyond, by programs of three people."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from django.http import HttpResponse

from comity.casework.actions import sign_request
from comity.casework.actions.release_request import release_request
from comity.casework.models import Request
from comity.documents.rules.signature import NotSigned
from comity.people.models.user import User

from .conftest import Program, problem

pytestmark = pytest.mark.django_db

SEEN = {"If_Match": '"1"'}


@pytest.fixture
def drafter(program: Callable[..., Program], law: None) -> Program:
    return program("drafter")


@pytest.fixture
def approver(program: Callable[..., Program], law: None) -> Program:
    return program("approver")


def test_from_draft_to_preserved(drafter: Program, approver: Program, draft: Callable[..., str]) -> None:
    reference = draft()
    address = f"/requests/{reference}"
    assert _state(drafter.post(f"{address}/submit", **SEEN)) == "in-review"
    assert _state(approver.post(f"{address}/approve", **SEEN)) == "approved"
    signed = approver.post(f"{address}/sign", **SEEN)
    assert _state(signed) == "signed"
    letter = approver.get(f"{address}/letter")
    assert letter["Content-Type"] == "application/pdf"
    assert letter.content.startswith(b"%PDF")
    verified = approver._send("POST", "/documents/verify", letter.content, {"content_type": "application/pdf"})
    assert verified.json()["verdict"] == "whole"
    assert verified.json()["request"]["reference"] == reference
    release_request(reference)
    dispatch = {"sent_on": "2026-03-02", "channel": "24/7 network"}
    assert _state(approver.post(f"{address}/sent", dispatch)) == "sent"
    assert approver.get(f"{address}/clocks").status_code == 200
    steps = {offer["step"]: offer for offer in approver.get(f"{address}/steps").json()}
    assert steps["acknowledge"]["why_not"] == ""
    assert "until" in {field["name"] for field in steps["preserve"]["fields"]}
    taken = approver.post(f"{address}/steps/acknowledge", {"answers": {"their_reference": "UA-77"}})
    assert _state(taken) == "acknowledged"
    names = [told["name"] for told in approver.get(f"{address}/timeline").json()]
    assert names.index("request-signed") < names.index("request-sent") < names.index("request-acknowledged")
    assert [link["current"] for link in approver.get(f"{address}/chain").json()] == [True]


def test_nobody_approves_their_own_by_program_either(program: Callable[..., Program], at: Callable[..., str]) -> None:
    reference = at("in-review")
    assert (
        "role of approver" in problem(program("drafter").post(f"/requests/{reference}/approve", **SEEN), 403)["detail"]
    )
    Request.objects.get(reference=reference).editors.add(User.objects.get(username="second"))
    assert "four eyes" in problem(program("second").post(f"/requests/{reference}/approve", **SEEN), 409)["detail"]


def test_a_gap_is_said_with_its_article(drafter: Program, draft: Callable[..., str]) -> None:
    found = problem(drafter.post(f"/requests/{draft(summary='')}/submit", **SEEN), 422)
    assert found["type"] == "urn:comity:problem:incomplete"
    assert [(error["field"], error["article"]) for error in found["errors"]] == [("summary", "Article 29(2)(b)")]


def test_nobody_decides_on_what_they_have_not_seen(approver: Program, at: Callable[..., str]) -> None:
    address = f"/requests/{at('in-review')}"
    problem(approver.post(f"{address}/approve"), 428)
    problem(approver.post(f"{address}/approve", If_Match='"2"'), 412)
    assert approver.get(address).json()["state"] == "in-review"


def test_out_of_order_nothing_happens(approver: Program, drafter: Program, draft: Callable[..., str]) -> None:
    address = f"/requests/{draft()}"
    for step, body in (
        ("sign", None),
        ("sent", {"sent_on": "2026-03-02", "channel": "fax"}),
        ("return", {"reason": "x"}),
    ):
        problem(approver.post(f"{address}/{step}", body, **SEEN), 409)
    problem(approver.post(f"{address}/steps/execute", {"answers": {"outcome": "no-data"}}), 409)
    assert drafter.get(address).json()["state"] == "draft"


def test_returned_and_withdrawn_with_a_reason(approver: Program, drafter: Program, at: Callable[..., str]) -> None:
    address = f"/requests/{at('in-review')}"
    assert _state(approver.post(f"{address}/return", {"reason": "The period is missing."})) == "draft"
    assert drafter.get(address).json()["return_reason"] == "The period is missing."
    problem(approver.post(f"{address}/withdraw", {"reason": " "}), 422)
    assert _state(approver.post(f"{address}/withdraw", {"reason": "Solved at home."})) == "withdrawn"


def test_a_refusal_needs_a_ground_of_its_article(approver: Program, at: Callable[..., str]) -> None:
    address = f"/requests/{at('ready')}"
    approver.post(f"{address}/sent", {"sent_on": "2026-03-02", "channel": "24/7 network"})
    refused = approver.post(f"{address}/steps/refuse", {"answers": {"ground": "bad mood", "reason": "No."}})
    assert problem(refused, 422)["errors"][0]["field"] == "ground"
    future = {"answers": {}, "happened_at": "2027-01-01T00:00:00Z"}
    assert problem(approver.post(f"{address}/steps/acknowledge", future), 422)["errors"][0]["field"] == "happened_at"
    problem(approver.post(f"{address}/steps/dance", {"answers": {}}), 422)


def test_a_moment_is_corrected_with_a_reason(approver: Program, at: Callable[..., str]) -> None:
    address = f"/requests/{at('ready')}"
    approver.post(f"{address}/sent", {"sent_on": "2026-03-02", "channel": "24/7 network"})
    approver.post(f"{address}/steps/acknowledge", {"answers": {}})
    *_, acknowledged = approver.get(f"{address}/corrections").json()
    change = {"corrects": acknowledged["sequence"], "happened_at": "2026-03-02T13:30:00+04:00", "reason": "Mistyped."}
    assert _state(approver.post(f"{address}/corrections", change)) == "acknowledged"
    *_, after = approver.get(f"{address}/corrections").json()
    assert (after["corrected"], after["happened_at"]) == (True, "2026-03-02T09:30:00Z")
    wrong = approver.post(f"{address}/corrections", change | {"corrects": 10_000})
    assert problem(wrong, 422)["errors"][0]["field"] == "corrects"


def _state(response: HttpResponse) -> str:
    assert response.status_code == 200, response.content
    return response.json()["state"]


def test_what_keeps_a_letter_from_being_signed_is_said(
    approver: Program, at: Callable[..., str], monkeypatch: pytest.MonkeyPatch
) -> None:
    reference = at("approved")

    def silent(*_: object, **__: object) -> None:
        raise NotSigned("The time-stamp authority did not answer.")

    monkeypatch.setattr(sign_request, "sign_document", silent)
    answer = approver.post(f"/requests/{reference}/sign", **SEEN)
    assert problem(answer, 503)["detail"] == "The time-stamp authority did not answer."
    assert Request.objects.get().state == "approved"
