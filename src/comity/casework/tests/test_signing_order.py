"""Several people sign a request: in order, each by their own right; it is released once all of them have."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from comity.casework.actions.approve_request import approve_request
from comity.casework.actions.ask_for_signatures import ask_for_signatures
from comity.casework.actions.prepare_letter import prepare_letter
from comity.casework.actions.release_request import release_request
from comity.casework.actions.return_for_changes import return_for_changes
from comity.casework.actions.sign_request import sign_request
from comity.casework.actions.submit_for_review import submit_for_review
from comity.casework.actions.upload_signed_letter import upload_signed_letter
from comity.casework.models import Request
from comity.casework.queries.letter_to_sign import letter_to_sign
from comity.casework.queries.request_page import request_page
from comity.casework.queries.request_state import request_state
from comity.casework.queries.signing import signing
from comity.casework.rules.refusal import NotFound, Refused
from comity.casework.rules.transitions import NotAllowed
from comity.documents.actions.register_signing_key import issue_signing_key
from comity.documents.adapters.signing.signatures import sign
from comity.documents.queries.verification import verify
from comity.documents.rules.signature import NotSigned, SignerRole
from comity.ledger.queries.entries import entries_about

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("node")]

Bring = Callable[..., str]


def stored(reference: str) -> Request:
    return Request.objects.get(reference=reference)


def roles_signed(cast: Any, reference: str) -> list[SignerRole]:
    return [one.role for one in signing(cast.auditor, reference).order if one.made]


def test_authority_approver_and_court_and_only_then_it_is_released(cast: Any, at: Bring) -> None:
    reference = at("approved")
    ask_for_signatures(reference, before="Ministry of Justice", after="City Court", by=cast.approver)
    sign_request(reference, version=1, by=cast.drafter)
    assert (stored(reference).state, roles_signed(cast, reference)) == ("approved", [SignerRole.AUTHORITY])
    assert request_page(cast.approver, reference).document is None
    sign_request(reference, version=1, by=cast.approver)
    assert stored(reference).state == "signed"
    assert release_request(reference) is False
    assert request_state(cast.approver, reference).being_checked is False
    _, content = letter_to_sign(cast.duty, reference)
    assert upload_signed_letter(reference, sign(content, reason="Ordered"), by=cast.duty) == 1
    assert request_state(cast.approver, reference).being_checked is True
    assert release_request(reference) is True
    assert roles_signed(cast, reference) == [SignerRole.AUTHORITY, SignerRole.APPROVER, SignerRole.COURT]
    names = [entry.name for entry in entries_about(f"request:{reference}")]
    assert names[-5:] == [
        "request-signers-asked", "request-cosigned", "request-signed", "request-cosigned", "request-released",
    ]  # fmt: skip


def test_the_mandate_of_each_signer_stands_in_the_signature(cast: Any, at: Bring) -> None:
    reference = at("signed")
    (one,) = signing(cast.approver, reference).order
    assert one.mandate == "Approver since 1 January 2025"


def test_the_approver_does_not_sign_before_the_authority_and_nobody_signs_twice(cast: Any, at: Bring) -> None:
    reference = at("approved")
    ask_for_signatures(reference, before="Ministry", after="", by=cast.drafter)
    assert signing(cast.approver, reference).due.asked == "Ministry"  # type: ignore[union-attr]
    sign_request(reference, version=1, by=cast.approver)
    assert roles_signed(cast, reference) == [SignerRole.AUTHORITY]
    sign_request(reference, version=1, by=cast.approver)
    with pytest.raises(NotAllowed, match="Only an approved request can be signed"):
        sign_request(reference, version=1, by=cast.approver)


def test_the_letter_names_the_approver_and_only_they_sign_it_then(cast: Any, at: Bring) -> None:
    reference = at("approved")
    ask_for_signatures(reference, before="Ministry", after="", by=cast.drafter)
    sign_request(reference, version=1, by=cast.drafter)
    assert "in the name of Approver, Georgia" in signing(cast.second, reference).why_not
    with pytest.raises(NotAllowed, match="in the name of Approver, Georgia"):
        sign_request(reference, version=1, by=cast.second)


def test_drafters_still_do_not_sign_for_the_approver(cast: Any, at: Bring) -> None:
    reference = at("approved")
    ask_for_signatures(reference, before="Ministry", after="", by=cast.drafter)
    sign_request(reference, version=1, by=cast.drafter)
    with pytest.raises(NotAllowed, match="approver or duty officer"):
        sign_request(reference, version=1, by=cast.drafter)


def test_the_node_s_key_does_not_sign_for_a_court(cast: Any, at: Bring) -> None:
    reference = at("approved")
    ask_for_signatures(reference, before="", after="City Court", by=cast.approver)
    sign_request(reference, version=1, by=cast.approver)
    with pytest.raises(NotAllowed, match="City Court signs with a key of their own"):
        sign_request(reference, version=1, by=cast.duty)
    assert stored(reference).state == "signed"


def test_an_officer_signs_with_a_key_of_their_own(cast: Any, at: Bring) -> None:
    reference = at("approved")
    with pytest.raises(NotSigned, match="no key registered"):
        sign_request(reference, version=1, by=cast.approver, own_key=True)
    assert stored(reference).document_id is None
    issue_signing_key(cast.approver)
    sign_request(reference, version=1, by=cast.approver, own_key=True)
    (one,) = signing(cast.approver, reference).order
    assert (one.signer, one.source) == ("Approver, Georgia", "file")
    assert release_request(reference) is True


def test_the_approver_signs_in_software_of_their_own(cast: Any, at: Bring) -> None:
    reference = at("approved")
    with pytest.raises(NotFound):
        letter_to_sign(cast.approver, reference)
    prepare_letter(reference, version=1, by=cast.approver)
    assert (stored(reference).state, request_page(cast.approver, reference).document) == ("approved", None)
    name, content = letter_to_sign(cast.approver, reference)
    assert name == f"{reference}-preservation-to-sign.pdf"
    assert letter_to_sign(cast.approver, reference)[1] == content
    uploaded = sign(content, reason="My own")
    with pytest.raises(NotAllowed, match="approver or duty officer"):
        upload_signed_letter(reference, uploaded, by=cast.drafter)
    with pytest.raises(NotAllowed, match="in the name of Approver, Georgia"):
        upload_signed_letter(reference, uploaded, by=cast.second)
    upload_signed_letter(reference, uploaded, by=cast.approver)
    assert (stored(reference).state, stored(reference).signed_by) == ("signed", cast.approver)
    assert release_request(reference) is True
    assert verify(uploaded).signatures == 1


@pytest.mark.parametrize(
    ("make", "says"),
    [(lambda pdf: pdf, "carries no new signature"), (lambda pdf: b"%PDF-1.7" + pdf, "does not begin with the letter")],
)
def test_what_is_not_the_signed_letter_is_refused_beside_the_file(
    cast: Any, at: Bring, make: Callable[[bytes], bytes], says: str
) -> None:
    reference = at("approved")
    prepare_letter(reference, version=1, by=cast.approver)
    with pytest.raises(Refused, match=says) as refusal:
        upload_signed_letter(reference, make(letter_to_sign(cast.approver, reference)[1]), by=cast.approver)
    assert [gap.field for gap in refusal.value.gaps] == ["document"]
    assert stored(reference).state == "approved"


def test_a_letter_that_was_set_for_elsewhere_is_set_anew_by_who_signs_here(cast: Any, at: Bring) -> None:
    reference = at("approved")
    prepare_letter(reference, version=1, by=cast.approver)
    first = stored(reference).document_id
    sign_request(reference, version=1, by=cast.second)
    assert stored(reference).document_id != first
    assert stored(reference).signed_by == cast.second


def test_returning_it_leaves_signatures_behind_and_keeps_the_order(cast: Any, at: Bring) -> None:
    reference = at("approved")
    ask_for_signatures(reference, before="Ministry", after="", by=cast.drafter)
    sign_request(reference, version=1, by=cast.drafter)
    return_for_changes(reference, "More facts.", by=cast.approver)
    assert (stored(reference).document_id, stored(reference).signed_by) == (None, None)
    submit_for_review(reference, version=1, by=cast.drafter)
    approve_request(reference, version=1, by=cast.approver)
    assert [(one.asked, one.made) for one in signing(cast.approver, reference).order] == [
        ("Ministry", False), ("", False),
    ]  # fmt: skip


def test_once_somebody_has_signed_the_order_stands(cast: Any, at: Bring) -> None:
    reference = at("approved")
    ask_for_signatures(reference, before="Ministry", after="", by=cast.drafter)
    sign_request(reference, version=1, by=cast.drafter)
    with pytest.raises(NotAllowed, match="Somebody has signed already"):
        ask_for_signatures(reference, before="", after="", by=cast.drafter)


def test_auditors_ask_nobody_and_the_same_name_signs_once(cast: Any, at: Bring) -> None:
    reference = at("in-review")
    with pytest.raises(NotAllowed, match="needs the role"):
        ask_for_signatures(reference, before="Ministry", after="", by=cast.auditor)
    for before, after, field in (("Court", "court", "after"), ("A\nA", "", "before")):
        with pytest.raises(Refused) as refusal:
            ask_for_signatures(reference, before=before, after=after, by=cast.drafter)
        assert [gap.field for gap in refusal.value.gaps] == [field]
