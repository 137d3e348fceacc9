"""Attachments and sworn translations of a request of ours, step by step, against a real database."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest
from django.db import IntegrityError, transaction

from comity.casework.actions.add_attachment import add_attachment
from comity.casework.actions.approve_request import approve_request
from comity.casework.actions.cancel_translation import cancel_translation
from comity.casework.actions.certify_translation import certify_translation
from comity.casework.actions.deliver_translation import deliver_translation
from comity.casework.actions.draft_follow_up import draft_follow_up
from comity.casework.actions.mark_request_sent import mark_request_sent
from comity.casework.actions.order_translation import order_translation
from comity.casework.actions.redo_translation import redo_translation
from comity.casework.actions.release_request import release_request
from comity.casework.actions.remove_attachment import remove_attachment
from comity.casework.actions.sign_request import sign_request
from comity.casework.actions.submit_for_review import submit_for_review
from comity.casework.models import Attachment, Request, Translation
from comity.casework.queries.bundle_page import attachment_file, bundle_page, bundle_parts
from comity.casework.queries.request_letter import request_letter
from comity.casework.queries.request_page import request_page
from comity.casework.rules.bundle.zip_stream import zip_stream
from comity.casework.rules.refusal import ChangedMeanwhile, Incomplete, NotFound, Refused
from comity.casework.rules.transitions import NotAllowed, NotInThisRole
from comity.documents.queries.documents import document_content
from comity.documents.queries.verification import verify
from comity.documents.tests import attached_files as files
from comity.kernel.digest import Digest
from comity.ledger.queries.entries import entries_about

Bring = Callable[..., str]


def attach(reference: str, by: Any, content: bytes = b"", **changes: Any) -> int:
    told = {"name": "order.pdf", "sort": "court-order", "title": "Order of 2 March", "language": "ka"} | changes
    return add_attachment(reference, content or files.pdf(2), by=by, **told)


def _names(reference: str) -> list[str]:
    return [entry.name for entry in entries_about(f"request:{reference}")]


def _stored(reference: str) -> Request:
    return Request.objects.get(reference=reference)


def _version(reference: str) -> int:
    return _stored(reference).version


def test_an_attachment_is_kept_byte_for_byte_and_recorded_by_its_hash(cast: Any, draft: Bring) -> None:
    reference = draft()
    assert attach(reference, cast.duty) == 1
    row = Attachment.objects.get()
    assert (row.media_type, row.pages, row.size) == ("application/pdf", 2, len(files.pdf(2)))
    assert attachment_file(cast.auditor, reference, 1).content == files.pdf(2)
    (entry,) = entries_about(f"request:{reference}")
    assert entry.payload == {
        "number": 1,
        "sort": "court-order",
        "media_type": "application/pdf",
        "size": row.size,
        "digest": Digest.of(files.pdf(2)),
        "version": 2,
    }
    request = _stored(reference)
    assert request.version == 2
    assert set(request.editors.all()) == {cast.drafter, cast.duty}


@pytest.mark.parametrize(
    ("changes", "said"),
    [
        ({"content": b"MZ\x90\x00" + bytes(64)}, "a program for Windows: a computer would run it"),
        ({"content": files.pdf(password="p")}, "encrypted"),
        ({"content": files.docx()}, "the file is: Word document"),
        ({"content": b"x" * (20 * 1024 * 1024 + 1), "name": "log.txt"}, "larger than 20 MB"),
        ({"sort": "bomb"}, "Nothing says what it is"),
        ({"sort": "translation", "language": ""}, "Nothing says into which language"),
        ({"language": "english"}, "is no language"),
        ({"sort": "translation", "of": 1}, "There is no attachment of this number"),
        ({"title": "x" * 201}, "201 characters are too many"),
        ({"title": "a\u202eb"}, "cannot be printed"),
    ],
)
def test_what_is_not_taken_leaves_nothing_behind(cast: Any, draft: Bring, changes: Any, said: str) -> None:
    reference = draft()
    with pytest.raises(Refused, match=said):
        attach(reference, cast.drafter, **changes)
    assert not Attachment.objects.exists()
    assert not _names(reference)


def test_no_file_at_all_is_said(cast: Any, draft: Bring) -> None:
    with pytest.raises(Refused, match="No file arrived"):
        add_attachment(draft(), b"", name="", sort="other", by=cast.drafter)


def test_the_very_file_is_attached_once_but_may_come_back(cast: Any, draft: Bring) -> None:
    reference = draft()
    attach(reference, cast.drafter)
    with pytest.raises(Refused, match="attached already, as “Order of 2 March”"):
        attach(reference, cast.drafter)
    remove_attachment(reference, 1, by=cast.drafter)
    assert attach(reference, cast.drafter) == 2


def test_what_is_taken_out_leaves_its_hash_and_no_bytes(cast: Any, draft: Bring) -> None:
    reference = draft()
    attach(reference, cast.drafter)
    remove_attachment(reference, 1, by=cast.duty)
    row = Attachment.objects.get()
    assert row.content is None
    assert row.removed_by == cast.duty
    page = bundle_page(cast.drafter, reference)
    assert not page.attachments
    assert [one.digest for one in page.removed] == [Digest.of(files.pdf(2))]
    with pytest.raises(NotFound):
        attachment_file(cast.drafter, reference, 1)
    with pytest.raises(NotFound):
        remove_attachment(reference, 1, by=cast.drafter)
    assert _names(reference) == ["attachment-added", "attachment-removed"]


def test_from_the_approval_on_nothing_changes(cast: Any, at: Bring) -> None:
    reviewed = at("in-review")
    attach(reviewed, cast.duty)
    for state in ("approved", "signed", "ready"):
        with pytest.raises(NotAllowed, match="only while the request is a draft or in review"):
            attach(at(state), cast.drafter)
    approved = at("draft")
    attach(approved, cast.drafter)
    submit_for_review(approved, version=2, by=cast.drafter)
    approve_request(approved, version=2, by=cast.approver)
    with pytest.raises(NotAllowed):
        remove_attachment(approved, 1, by=cast.drafter)
    with pytest.raises(NotAllowed):
        order_translation(approved, language="uk", by=cast.drafter)


def test_only_who_drafts_adds(cast: Any, draft: Bring) -> None:
    reference = draft()
    for user in (cast.approver, cast.auditor):
        with pytest.raises(NotInThisRole):
            attach(reference, user)
    with pytest.raises(NotFound):
        attach(reference, cast.editor)


def test_four_eyes_see_what_was_attached(cast: Any, at: Bring) -> None:
    """Whoever attaches had a hand in it; whoever saw the version before does not approve this one."""
    reference = at("in-review")
    attach(reference, cast.second)
    with pytest.raises(ChangedMeanwhile):
        approve_request(reference, version=1, by=cast.approver)
    with pytest.raises(NotAllowed, match="four eyes"):
        approve_request(reference, version=2, by=cast.second)
    approve_request(reference, version=2, by=cast.approver)


def test_the_signed_letter_lists_what_goes_along_and_is_released(cast: Any, at: Bring) -> None:
    reference = at("draft")
    attach(reference, cast.drafter)
    attach(
        reference,
        cast.drafter,
        files.pdf(3),
        sort="translation",
        title="In Ukrainian",
        language="uk",
        of=1,
        name="u.pdf",
    )
    submit_for_review(reference, version=3, by=cast.drafter)
    approve_request(reference, version=3, by=cast.approver)
    sign_request(reference, version=3, by=cast.approver)
    assert release_request(reference)
    request = _stored(reference)
    found = verify(document_content(request.document_id)).request
    assert [one["sha256"] for one in found["attachments"]] == [Digest.of(files.pdf(2)), Digest.of(files.pdf(3))]
    assert found["attachments"] == request.listed
    assert found["attachments"][1]["translation"] == {"of": 1}
    assert request_page(cast.duty, reference).data == found
    assert request_letter(cast.duty, reference).sections[-1].title == "Attachments"
    whole = b"".join(zip_stream(bundle_parts(cast.auditor, reference)))
    assert files.pdf(2) in whole
    assert document_content(request.document_id) in whole
    assert Digest.of(document_content(request.document_id)).encode() in whole


def test_a_letter_of_before_lists_nothing_and_stays_whole(cast: Any, at: Bring) -> None:
    """What was signed before there were attachments is released and shown as it was, byte for byte."""
    reference = at("approved")
    request = _stored(reference)
    before = request_letter(cast.duty, reference)
    assert before.sections[-1].title != "Attachments"
    sign_request(reference, version=1, by=cast.approver)
    signed = request_page(cast.duty, reference)
    assert signed.data["attachments"] == []
    Request.objects.filter(pk=request.pk).update(listed=None)
    page = bundle_page(cast.duty, reference)
    assert page.unlisted
    assert "attachments" not in request_page(cast.duty, reference).data
    assert request_letter(cast.duty, reference).sections == before.sections


def test_a_list_that_was_changed_behind_our_back_is_held(cast: Any, at: Bring) -> None:
    reference = at("signed")
    row = _stored(reference)
    row.listed = [{"number": 1}]
    Request.objects.filter(pk=row.pk).update(listed=[])
    assert release_request(reference)
    other = at("draft")
    attach(other, cast.drafter)
    submit_for_review(other, version=2, by=cast.drafter)
    approve_request(other, version=2, by=cast.approver)
    sign_request(other, version=2, by=cast.approver)
    Request.objects.filter(reference=other).update(listed=[])
    assert not release_request(other)
    assert "(attachments)" in _stored(other).hold_reason


def test_a_sworn_translation_that_is_demanded_stops_the_letter_until_it_is_certified(cast: Any, draft: Bring) -> None:
    reference = draft()
    attach(reference, cast.drafter)
    due = date(2026, 3, 9)
    number = order_translation(reference, language="uk", of=1, due_on=due, demanded=True, by=cast.drafter)
    with pytest.raises(Incomplete, match="is ordered and has not come"):
        submit_for_review(reference, version=3, by=cast.drafter)
    assert not request_page(cast.drafter, reference).form.complete
    assert deliver_translation(reference, number, files.pdf(3), name="uk.pdf", by=cast.duty) == 2
    assert Attachment.objects.get(number=2).title == "Translation of attachment 1 into Ukrainian"
    with pytest.raises(Incomplete, match="nobody has certified it"):
        submit_for_review(reference, version=4, by=cast.drafter)
    certify_translation(reference, number, who="Sworn translator No. 17", on=date(2026, 3, 2), by=cast.drafter)
    submit_for_review(reference, version=5, by=cast.drafter)
    listed = request_page(cast.drafter, reference).data["attachments"]
    assert listed[1]["translation"] == {
        "of": 1,
        "state": "certified",
        "certified_by": "Sworn translator No. 17",
        "certified_on": "2026-03-02",
    }
    assert _names(reference)[1:5] == [
        "translation-ordered",
        "translation-moved",
        "attachment-added",
        "translation-moved",
    ]


def test_one_that_only_helps_warns_and_stops_nothing(cast: Any, draft: Bring) -> None:
    reference = draft()
    order_translation(reference, language="uk", by=cast.drafter)
    advice = request_page(cast.drafter, reference).form.advice
    assert any("The other side does not demand it" in gap.sentence for gap in advice)
    submit_for_review(reference, version=2, by=cast.drafter)


def test_an_order_while_it_is_in_review_stops_the_approval(cast: Any, at: Bring) -> None:
    reference = at("in-review")
    order_translation(reference, language="uk", demanded=True, by=cast.duty)
    with pytest.raises(Incomplete):
        approve_request(reference, version=2, by=cast.approver)
    cancel_translation(reference, 1, "They take English.", by=cast.duty)
    approve_request(reference, version=3, by=cast.approver)


def test_a_translation_that_is_refused_loses_its_file_and_comes_again(cast: Any, draft: Bring) -> None:
    reference = draft()
    attach(reference, cast.drafter, sort="sworn-translation", language="uk")
    row = Translation.objects.get()
    assert (row.state, row.of, row.file.number) == ("delivered", None, 1)
    with pytest.raises(Refused, match="must be redone, or cancel it"):
        remove_attachment(reference, 1, by=cast.drafter)
    certify_translation(reference, 1, who="Notary", on=date(2026, 3, 1), by=cast.drafter)
    redo_translation(reference, 1, "The second page is missing.", by=cast.drafter)
    row.refresh_from_db()
    assert (row.state, row.file, row.certified_by, row.certified_on) == ("redo", None, "", None)
    assert not bundle_page(cast.drafter, reference).attachments
    deliver_translation(reference, 1, files.pdf(4), name="again.pdf", title="Again", by=cast.drafter)
    cancel_translation(reference, 1, "Not needed.", by=cast.drafter)
    page = bundle_page(cast.drafter, reference)
    assert not page.attachments
    assert [one.state for one in page.settled] == ["cancelled"]
    with pytest.raises(NotAllowed, match="was cancelled"):
        deliver_translation(reference, 1, files.pdf(5), name="x.pdf", by=cast.drafter)


@pytest.mark.parametrize(
    ("act", "said"),
    [
        (lambda ref, by: order_translation(ref, language="", by=by), "into which language"),
        (lambda ref, by: order_translation(ref, language="uk", due_on=date(2026, 3, 1), by=by), "This day is over"),
        (lambda ref, by: order_translation(ref, language="uk", of=9, by=by), "no attachment of this number"),
        (lambda ref, by: order_translation(ref, language="be", by=by), "ordered already"),
        (lambda ref, by: certify_translation(ref, 2, who="", on=date(2026, 3, 1), by=by), "nothing is written"),
        (lambda ref, by: certify_translation(ref, 2, who="A", on=date(2026, 3, 3), by=by), "has not come yet"),
        (lambda ref, by: redo_translation(ref, 2, " ", by=by), "nothing is written"),
        (lambda ref, by: deliver_translation(ref, 1, b"MZ\x00", name="a.exe", by=by), "a computer would run it"),
        (lambda ref, by: remove_attachment(ref, 1, by=by), "being translated"),
    ],
)
def test_what_is_not_in_order_is_said_and_changes_nothing(cast: Any, draft: Bring, act: Any, said: str) -> None:
    reference = draft()
    attach(reference, cast.drafter)
    order_translation(reference, language="be", by=cast.drafter)
    attach(reference, cast.drafter, files.pdf(3), sort="sworn-translation", language="uk", of=1)
    before = (_version(reference), _names(reference))
    with pytest.raises(Refused, match=said):
        act(reference, cast.drafter)
    assert (_version(reference), _names(reference)) == before


def test_a_follow_up_takes_no_attachment_along(cast: Any, law: None, at: Bring) -> None:
    reference = at("draft")
    attach(reference, cast.drafter)
    order_translation(reference, language="uk", by=cast.drafter)
    submit_for_review(reference, version=3, by=cast.drafter)
    approve_request(reference, version=3, by=cast.approver)
    sign_request(reference, version=3, by=cast.approver)
    release_request(reference)
    mark_request_sent(reference, sent_on=date(2026, 3, 2), channel="post", by=cast.drafter)
    following = draft_follow_up(reference, "extension", by=cast.drafter)
    page = bundle_page(cast.drafter, following)
    assert (page.attachments, page.awaiting) == ((), ())
    assert Attachment.objects.count() == 1


def test_what_a_country_cannot_read_is_advised_by_the_law(cast: Any, law: None, draft: Bring) -> None:
    reference = draft(requested_country="BY")
    Request.objects.filter(reference=reference).update(requested_country="BY", requested_zone="Europe/Minsk")

    def warned() -> bool:
        return any("The letter is in English" in gap.sentence for gap in request_page(cast.duty, reference).form.advice)

    assert warned()
    order_translation(reference, language="ru", by=cast.drafter)
    assert not warned()


def test_attachments_of_a_hidden_case_are_not_there(cast: Any, draft: Bring) -> None:
    reference = draft(restricted=True)
    attach(reference, cast.drafter)
    order_translation(reference, language="uk", by=cast.drafter)
    for ask in (
        lambda: bundle_page(cast.duty, reference),
        lambda: attachment_file(cast.duty, reference, 1),
        lambda: bundle_parts(cast.duty, reference),
        lambda: attach(reference, cast.duty),
        lambda: remove_attachment(reference, 1, by=cast.duty),
        lambda: deliver_translation(reference, 1, files.pdf(3), name="a.pdf", by=cast.duty),
        lambda: cancel_translation(reference, 1, "x", by=cast.duty),
    ):
        with pytest.raises(NotFound):
            ask()
    with pytest.raises(NotFound):
        attachment_file(cast.drafter, draft(), 1)


def test_the_database_itself_keeps_a_file_or_its_removal(cast: Any, draft: Bring) -> None:
    reference = draft()
    attach(reference, cast.drafter)
    with pytest.raises(IntegrityError), transaction.atomic():
        Attachment.objects.update(content=None)
    order_translation(reference, language="uk", by=cast.drafter)
    with pytest.raises(IntegrityError), transaction.atomic():
        Translation.objects.update(state="certified")
