"""What follows a request: in its case, filled from it and from the steps recorded, written by whose turn it is."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta
from typing import Any

import pytest

from comity.casework.actions.approve_request import approve_request
from comity.casework.actions.draft_follow_up import draft_follow_up
from comity.casework.actions.edit_request import edit_request
from comity.casework.actions.mark_request_sent import mark_request_sent
from comity.casework.actions.register_request import register_request
from comity.casework.actions.release_request import release_request
from comity.casework.actions.sign_request import sign_request
from comity.casework.actions.submit_for_review import submit_for_review
from comity.casework.actions.take_step import take_step
from comity.casework.models import Request, RequestClock
from comity.casework.queries.request_page import request_page
from comity.casework.queries.step_page import step_page
from comity.casework.rules.handling.table import Step
from comity.casework.rules.refusal import NotFound, Refused
from comity.casework.rules.registry import kind
from comity.casework.tests.complete import complete, complete_of
from comity.casework.tests.conftest import NOW
from comity.ledger.queries.entries import entries_about
from comity.people.rules.roles import NotEntitled

Bring = Callable[..., str]


@pytest.fixture
def sent(cast: Any, law: None, at: Bring) -> str:
    reference = at("ready", status="new")
    mark_request_sent(reference, sent_on=date(2026, 3, 2), channel="24/7 network", by=cast.duty)
    return reference


@pytest.fixture
def received(cast: Any, law: None) -> str:
    content = complete() | {
        "requesting_country": "UA",
        "requested_country": "GE",
        "requesting_organisation": "Cyber Police Department",
        "requested_authority": "24/7 point of contact",
        "status": "new",
    }
    return register_request(
        "preservation",
        content,
        received_at=NOW - timedelta(hours=1),
        channel="24/7 network",
        their_reference="UA-2026-00017",
        case_title="Asked by Ukraine",
        by=cast.duty,
    )


def row(reference: str) -> Request:
    return Request.objects.select_related("follows", "case").get(reference=reference)


def send(cast: Any, reference: str, **content: Any) -> None:
    """All the way out, by whoever may."""
    version = edit_request(reference, content, version=1, by=cast.drafter)
    submit_for_review(reference, version=version, by=cast.drafter)
    approve_request(reference, version=version, by=cast.approver)
    sign_request(reference, version=version, by=cast.approver)
    release_request(reference)
    mark_request_sent(reference, sent_on=date(2026, 3, 2), channel="e-mail", by=cast.duty)


def test_a_chain_from_preservation_by_extension_to_assistance(cast: Any, sent: str) -> None:
    take_step(sent, Step.ACKNOWLEDGE, {"their_reference": "N-7"}, by=cast.duty)
    extension = draft_follow_up(sent, "extension", by=cast.drafter)
    assistance = draft_follow_up(sent, "mla-stored-data", by=cast.drafter)
    assert [row(each).follows for each in (extension, assistance)] == [row(sent)] * 2
    assert {row(each).case for each in (sent, extension, assistance)} == {row(sent).case}
    assert row(assistance).content["preservation_reference"] == "N-7"
    assert (row(assistance).requested_country, row(assistance).state) == ("UA", "draft")
    links = request_page(cast.duty, sent).chain
    assert [(link.reference, link.depth) for link in links] == [(sent, 0), (extension, 1), (assistance, 1)]
    moved = [entry.payload for entry in entries_about(f"request:{sent}") if entry.name == "follow-up-moved"]
    assert [(each["follow_up"], each["what"]) for each in moved] == [(extension, "drafted"), (assistance, "drafted")]
    told = request_page(cast.duty, sent).timeline[-1].sentence
    assert assistance in told
    assert "which follows this one" in told
    assert {link.reference for link in step_page(cast.duty, sent, "withdraw").dependents} == {extension, assistance}


def test_a_draft_has_no_follow_up_and_not_everything_may_follow(cast: Any, sent: str, at: Bring, received: str) -> None:
    with pytest.raises(Refused, match="has not been sent yet"):
        draft_follow_up(at("ready"), "extension", by=cast.drafter)
    with pytest.raises(Refused, match="cannot come after"):
        draft_follow_up(sent, "receipt", by=cast.drafter)
    with pytest.raises(Refused, match="cannot come after"):
        draft_follow_up(received, "extension", by=cast.drafter)
    with pytest.raises(Refused, match="cannot come after"):
        draft_follow_up(sent, "nonsense", by=cast.drafter)
    for user, refusal in ((cast.approver, NotEntitled), (cast.auditor, NotEntitled), (cast.editor, NotEntitled)):
        with pytest.raises(refusal):
            draft_follow_up(sent, "extension", by=user)
    with pytest.raises(NotFound):
        draft_follow_up("GE-2026-99999", "extension", by=cast.drafter)


def test_a_receipt_goes_back_to_whoever_asked(cast: Any, received: str) -> None:
    take_step(received, Step.ASK, {"missing": ["port"], "words": "Which port?"}, by=cast.duty)
    page = request_page(cast.duty, received)
    assert page.owed is not None
    assert page.owed.kind == "receipt"
    receipt = row(draft_follow_up(received, "receipt", by=cast.drafter))
    assert (receipt.direction, receipt.counterpart, receipt.requesting_country) == ("outgoing", "UA", "GE")
    content = receipt.content
    assert (content["requested_country"], content["requested_authority"]) == ("UA", "Cyber Police Department")
    assert (content["previous_reference"], content["previous_own_reference"]) == ("UA-2026-00017", received)
    assert (content["received_on"], content["received_at"]) == ("2026-03-02", "13:00, Asia/Tbilisi")
    assert (content["completeness"], content["missing_items"], content["missing_words"]) == (
        "incomplete",
        ["port"],
        "Which port?",
    )
    assert request_page(cast.duty, received).owed is None


def test_a_refusal_is_told_with_its_ground_and_reasons(cast: Any, received: str) -> None:
    take_step(
        received,
        Step.REFUSE,
        {"ground": "ets185:29(5)(b)", "reason": "Security.", "consulted": True},
        by=cast.duty,
    )
    content = row(draft_follow_up(received, "refusal-notice", by=cast.drafter)).content
    assert (content["decided"], content["refusal_ground"], content["reasons"]) == (
        "refused",
        "ets185:29(5)(b)",
        "Security.",
    )


def test_what_went_to_the_wrong_authority_can_go_to_any_that_the_atlas_knows(cast: Any, received: str) -> None:
    offered = step_page(cast.duty, received, "forward").authorities
    assert "General Prosecutor's Office" in offered
    assert "Office of the Chief Prosecutor at the Ministry of Justice" not in offered  # it has ceased
    assert step_page(cast.duty, received, "refuse").authorities == ()


def test_an_execution_is_reported_with_its_conditions(cast: Any, received: str) -> None:
    take_step(received, Step.CONDITION, {"condition": "Only for this case."}, by=cast.duty)
    take_step(received, Step.PRESERVE, {"until": "2026-06-01"}, by=cast.duty)
    content = row(draft_follow_up(received, "execution-report", by=cast.drafter)).content
    assert (content["outcome"], content["executed_on"], content["preserved_until"]) == (
        "preserved",
        "2026-03-02",
        "2026-06-01",
    )
    assert (content["conditions_set"], content["use_conditions"]) == (True, "Only for this case.")


def test_sending_a_receipt_suggests_recording_the_acknowledgement(cast: Any, received: str) -> None:
    receipt = draft_follow_up(received, "receipt", by=cast.drafter)
    assert request_page(cast.duty, receipt).suggestions == ()
    send(cast, receipt, completeness="complete", requesting_email="contact@example.org")
    (suggestion,) = request_page(cast.duty, receipt).suggestions
    assert (suggestion.reference, suggestion.step) == (received, Step.ACKNOWLEDGE)
    take_step(received, Step.ACKNOWLEDGE, {}, by=cast.duty)
    assert request_page(cast.duty, receipt).suggestions == ()


def test_a_notice_that_arrives_suggests_what_the_other_side_did(cast: Any, sent: str) -> None:
    notice = register_request(
        "refusal-notice",
        {
            "requesting_country": "UA",
            "decided": "refused",
            "refusal_ground": "ets185:29(5)(b)",
            "reasons": "Security.",
        },
        received_at=NOW,
        channel="e-mail",
        follows=sent,
        by=cast.duty,
    )
    (suggestion,) = request_page(cast.duty, notice).suggestions
    assert (suggestion.reference, suggestion.step, suggestion.label) == (sent, Step.REFUSE, "Record their refusal")
    form = step_page(cast.duty, sent, "refuse", notice=notice)
    assert form.proposed["ground"] == "ets185:29(5)(b)"
    assert form.proposed["reason"] == "Security."
    assert not form.consult_first


def test_withdrawing_what_was_sent_offers_the_letter_that_says_so(cast: Any, sent: str) -> None:
    assert request_page(cast.duty, sent).owed is None
    take_step(sent, Step.WITHDRAW, {"reason": "Found otherwise."}, by=cast.drafter)
    owed = request_page(cast.duty, sent).owed
    assert owed is not None
    assert owed.kind == "withdrawal"
    letter = row(draft_follow_up(sent, "withdrawal", by=cast.drafter))
    assert letter.content["withdrawal_reason"] == "Found otherwise."
    assert request_page(cast.duty, sent).owed is None
    assert request_page(cast.auditor, sent).follow_ups == ()


def test_every_preservation_of_a_chain_is_held_while_assistance_is_pending(cast: Any, sent: str) -> None:
    """Article 29(7): asked for after the extension, it holds what was extended too."""
    extension = draft_follow_up(sent, "extension", by=cast.drafter)
    send(cast, extension, **complete_of(kind("extension")))
    assistance = draft_follow_up(extension, "mla-stored-data", by=cast.drafter)
    moved = [entry.payload for entry in entries_about(f"request:{sent}") if entry.name == "follow-up-moved"]
    assert [(each["follow_up"], each["what"]) for each in moved] == [
        (extension, "drafted"),
        (extension, "sent"),
        (assistance, "drafted"),
    ]
    assert "held" not in _clocks(sent)
    send(cast, assistance, **complete_of(kind("mla-stored-data")))
    assert "held" in _clocks(sent)
    assert "held" in _clocks(extension)


def test_what_is_preserved_can_be_withdrawn_and_its_clock_stops(cast: Any, sent: str) -> None:
    take_step(sent, Step.PRESERVE, {}, by=cast.duty)
    assert row(sent).state == "executed"
    take_step(sent, Step.WITHDRAW, {"reason": "The data came by another way."}, by=cast.duty)
    assert row(sent).state == "withdrawn"
    assert set(_clocks(sent)) == {"stopped"}


def test_assistance_is_asked_of_the_authority_for_it_not_of_the_point_of_contact(cast: Any, sent: str) -> None:
    assert row(sent).content["requested_authority"] == "Cyber Police Department"
    extension = draft_follow_up(sent, "extension", by=cast.drafter)
    assert row(extension).content["requested_authority"] == "Cyber Police Department"
    assistance = draft_follow_up(sent, "mla-stored-data", by=cast.drafter)
    assert row(assistance).content["requested_authority"] == "Prosecutor General's Office"


def _clocks(reference: str) -> list[str]:
    return list(RequestClock.objects.filter(request__reference=reference).values_list("state", flat=True))
