"""The life of a request, step by step, against a real database."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, date, datetime
from typing import Any

import pytest
from django.db import IntegrityError, transaction

from comity.casework.actions import keep_signature as keeping
from comity.casework.actions import sign_request as signing
from comity.casework.actions.approve_request import approve_request
from comity.casework.actions.edit_request import edit_request
from comity.casework.actions.mark_request_sent import mark_request_sent
from comity.casework.actions.return_for_changes import return_for_changes
from comity.casework.actions.sign_request import sign_request
from comity.casework.actions.submit_for_review import submit_for_review
from comity.casework.actions.withdraw_request import withdraw_request
from comity.casework.models import Request
from comity.casework.rules.refusal import ChangedMeanwhile, Incomplete, Refused
from comity.casework.rules.transitions import NotAllowed
from comity.documents.models.document import Document
from comity.documents.queries.documents import document_content
from comity.documents.queries.verification import verify
from comity.documents.rules.verification import Verdict
from comity.ledger.models import Entry
from comity.ledger.queries.entries import entries_about

Bring = Callable[..., str]


def _stored(reference: str) -> Request:
    return Request.objects.get(reference=reference)


def _names(reference: str) -> list[str]:
    return [entry.name for entry in entries_about(f"request:{reference}")]


def test_from_draft_to_a_signed_pdf_that_is_whole_and_says_the_same(cast: Any, at: Bring) -> None:
    reference = at("ready")
    request = _stored(reference)
    assert request.state == "ready"
    assert (request.approved_by, request.signed_by) == (cast.approver, cast.approver)
    assert _names(reference) == ["request-submitted", "request-approved", "request-signed", "request-released"]
    assert request.document_id is not None
    found = verify(document_content(request.document_id))
    assert (found.verdict, found.trusted) == (Verdict.WHOLE, True)
    assert found.request["reference"] == reference
    assert found.request["content"]["summary"] == request.content["summary"]


def test_edits_are_kept_merged_and_counted(cast: Any, draft: Bring) -> None:
    reference = draft()
    assert (
        edit_request(reference, {"summary": "New facts.", "preservation_days": "ninety"}, version=1, by=cast.duty) == 2
    )
    request = _stored(reference)
    assert request.content["summary"] == "New facts."
    assert request.content["preservation_days"] == "ninety"
    assert request.content["penalties"]
    assert set(request.editors.all()) == {cast.drafter, cast.duty}
    (entry,) = entries_about(f"request:{reference}")
    assert entry.payload["fields"] == ["preservation_days", "summary"]
    assert "New facts." not in str(entry.payload)


def test_an_edit_that_changes_nothing_is_no_edit(cast: Any, draft: Bring) -> None:
    reference = draft()
    assert edit_request(reference, {"case_number": "112/041"}, version=1, by=cast.duty) == 1
    assert not _names(reference)


def test_two_who_edit_at_once_lose_nothing(cast: Any, draft: Bring) -> None:
    reference = draft()
    edit_request(reference, {"summary": "Hers."}, version=1, by=cast.drafter)
    with pytest.raises(ChangedMeanwhile, match="Drafter, Georgia changed this request since you opened it") as refusal:
        edit_request(reference, {"summary": "His."}, version=1, by=cast.duty)
    assert refusal.value.version == 2
    assert refusal.value.fields == ("Brief summary of the facts",)
    assert _stored(reference).content["summary"] == "Hers."


def test_another_country_takes_its_time_zone_with_it(cast: Any, draft: Bring) -> None:
    reference = draft()
    edit_request(reference, {"requested_country": "PT"}, version=1, by=cast.drafter)
    request = _stored(reference)
    assert request.requested_country == "PT"
    assert request.requested_zone == "Atlantic/Madeira" or request.requested_zone.startswith("Europe/Lisbon")
    edit_request(reference, {"requested_country": "nowhere"}, version=2, by=cast.drafter)
    assert _stored(reference).requested_country == "PT"


@pytest.mark.parametrize(
    "forged",
    [{"state": "signed"}, {"offences": ["99"]}, {"summary": {"a": 1}}, {"data": "traffic"}, {"summary": "a\x00"}],
)
def test_forged_fields_are_refused_and_nothing_is_kept(cast: Any, draft: Bring, forged: dict[str, Any]) -> None:
    reference = draft()
    with pytest.raises(Refused) as refusal:
        edit_request(reference, {"penalties": "changed", **forged}, version=1, by=cast.drafter)
    assert [gap.field for gap in refusal.value.gaps] == list(forged)
    assert _stored(reference).content["penalties"] != "changed"
    assert _stored(reference).version == 1


def test_the_gate_stops_an_incomplete_draft(cast: Any, draft: Bring) -> None:
    reference = draft(necessity=" ", assistance_intended=False)
    with pytest.raises(Incomplete) as refusal:
        submit_for_review(reference, version=1, by=cast.drafter)
    assert [gap.article for gap in refusal.value.gaps] == ["Article 29(2)(e)", "Article 29(2)(f)"]
    assert _stored(reference).state == "draft"


def test_nobody_approves_their_own_or_twice(cast: Any, draft: Bring) -> None:
    reference = draft(by=cast.second)
    submit_for_review(reference, version=1, by=cast.second)
    with pytest.raises(NotAllowed, match="somebody else must approve"):
        approve_request(reference, version=1, by=cast.second)
    approve_request(reference, version=1, by=cast.approver)
    with pytest.raises(NotAllowed, match="second approval by the same person"):
        approve_request(reference, version=1, by=cast.approver)
    assert _names(reference).count("request-approved") == 1


def test_an_approval_is_of_the_version_that_was_read(cast: Any, at: Bring) -> None:
    reference = at("in-review")
    return_for_changes(reference, "More facts.", by=cast.approver)
    edit_request(reference, {"summary": "Other facts."}, version=1, by=cast.drafter)
    submit_for_review(reference, version=2, by=cast.drafter)
    with pytest.raises(ChangedMeanwhile):
        approve_request(reference, version=1, by=cast.approver)
    assert _stored(reference).state == "in-review"


@pytest.mark.parametrize("state", ["in-review", "approved", "signed"])
def test_only_drafts_are_edited(cast: Any, at: Bring, state: str) -> None:
    reference = at(state)
    with pytest.raises(NotAllowed, match="Only a draft can be edited"):
        edit_request(reference, {"summary": "Quietly changed."}, version=1, by=cast.drafter)


def test_returning_takes_the_approval_back(cast: Any, at: Bring) -> None:
    reference = at("approved")
    with pytest.raises(Refused, match="nothing is written"):
        return_for_changes(reference, " ", by=cast.approver)
    return_for_changes(reference, "The relation is too thin.", by=cast.approver)
    request = _stored(reference)
    assert (request.state, request.approved_by, request.return_reason) == ("draft", None, "The relation is too thin.")
    with pytest.raises(NotAllowed, match="Only an approved request"):
        sign_request(reference, version=1, by=cast.approver)


@pytest.mark.parametrize(("module", "step"), [(signing, "sign_document"), (keeping, "record")])
def test_a_signature_that_fails_half_way_leaves_nothing(
    cast: Any, at: Bring, monkeypatch: pytest.MonkeyPatch, module: Any, step: str
) -> None:
    reference = at("approved")
    entries = Entry.objects.count()

    def fail(*_: Any, **__: Any) -> None:
        raise OSError("the key's device is gone")

    monkeypatch.setattr(module, step, fail)
    with pytest.raises(OSError, match="device is gone"):
        sign_request(reference, version=1, by=cast.approver)
    assert (_stored(reference).state, _stored(reference).document_id) == ("approved", None)
    assert Document.objects.count() == 0
    assert Entry.objects.count() == entries


def test_what_was_complete_yesterday_may_not_be_today(
    cast: Any, at: Bring, frozen_clock: Callable[[datetime], None]
) -> None:
    reference = at("approved")
    frozen_clock(datetime(2026, 4, 20, tzinfo=UTC))
    with pytest.raises(Incomplete, match="has passed"):
        sign_request(reference, version=1, by=cast.approver)


def test_drafters_auditors_and_administrators_sign_nothing(cast: Any, at: Bring) -> None:
    reference = at("approved")
    for user in (cast.drafter, cast.auditor):
        with pytest.raises(NotAllowed, match="approver or duty officer"):
            sign_request(reference, version=1, by=user)


def test_sent_by_other_means_between_signature_and_today(cast: Any, at: Bring) -> None:
    reference = at("ready")
    for day, says in [(date(2026, 3, 3), "future"), (date(2026, 3, 1), "signed on 2026-03-02")]:
        with pytest.raises(Refused, match=says):
            mark_request_sent(reference, sent_on=day, channel="24/7 network", by=cast.duty)
    with pytest.raises(Refused, match="nothing is written"):
        mark_request_sent(reference, sent_on=date(2026, 3, 2), channel=" ", by=cast.duty)
    mark_request_sent(
        reference, sent_on=date(2026, 3, 2), channel="24/7 network", dispatch_reference="N-7", by=cast.duty
    )
    request = _stored(reference)
    assert (request.state, request.sent_on, request.sent_reference) == ("sent", date(2026, 3, 2), "N-7")
    with pytest.raises(NotAllowed, match="has been sent"):
        withdraw_request(reference, "Too late.", by=cast.duty)


@pytest.mark.parametrize("state", ["draft", "in-review", "approved", "signed", "ready"])
def test_until_it_is_sent_it_can_be_withdrawn(cast: Any, at: Bring, state: str) -> None:
    reference = at(state)
    withdraw_request(reference, "The account was found at home.", by=cast.duty)
    assert _stored(reference).state == "withdrawn"
    assert entries_about(f"request:{reference}")[-1].payload == {"reason": "The account was found at home."}


def test_the_database_itself_refuses_a_signature_by_one_person(cast: Any, draft: Bring) -> None:
    reference = draft()
    with pytest.raises(IntegrityError, match="four_eyes"), transaction.atomic():
        Request.objects.filter(reference=reference).update(
            state="signed", approved_by=cast.drafter, signed_by=cast.drafter
        )
