"""Attachments and sworn translations of a request of ours, step by step, against a real database."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest
from django.db import DatabaseError, IntegrityError, transaction

from comity.casework.actions.add_attachment import add_attachment
from comity.casework.actions.approve_request import approve_request
from comity.casework.actions.cancel_translation import cancel_translation
from comity.casework.actions.deliver_translation import deliver_translation
from comity.casework.actions.draft_follow_up import draft_follow_up
from comity.casework.actions.mark_request_sent import mark_request_sent
from comity.casework.actions.order_translation import order_translation
from comity.casework.actions.release_request import release_request
from comity.casework.actions.remove_attachment import remove_attachment
from comity.casework.actions.sign_request import sign_request
from comity.casework.actions.submit_for_review import submit_for_review
from comity.casework.models import Attachment, Request, Translation
from comity.casework.queries.bundle_page import attachment_file, bundle_page, bundle_parts
from comity.casework.queries.request_letter import request_letter
from comity.casework.queries.request_page import request_page
from comity.casework.rules.bundle.zip_stream import zip_stream
from comity.casework.rules.refusal import ChangedMeanwhile, NotFound, Refused
from comity.casework.rules.transitions import NotAllowed, NotInThisRole
from comity.casework.tests.attaching import attach, names, stored
from comity.documents.queries.documents import document_content
from comity.documents.queries.verification import verify
from comity.documents.tests import attached_files as files
from comity.kernel import clock
from comity.kernel.digest import Digest
from comity.ledger.queries.entries import entries_about

Bring = Callable[..., str]


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
    request = stored(reference)
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
    assert not names(reference)


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
    assert names(reference) == ["attachment-added", "attachment-removed"]


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
    request = stored(reference)
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
    request = stored(reference)
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
    row = stored(reference)
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
    assert "(attachments)" in stored(other).hold_reason


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


def test_the_database_itself_lets_no_file_change_or_go(cast: Any, draft: Bring) -> None:
    reference = draft()
    attach(reference, cast.drafter)
    for act, said in (
        (lambda: Attachment.objects.update(content=b"another"), "never change"),
        (lambda: Attachment.objects.update(digest="0" * 64), "never changed or deleted"),
        (lambda: Attachment.objects.all().delete(), "never changed or deleted"),
    ):
        with pytest.raises(DatabaseError, match=said), transaction.atomic():
            act()
    Request.objects.update(listed=[])
    gone = {"content": None, "removed_at": clock.now(), "removed_by": cast.drafter}
    with pytest.raises(DatabaseError, match="A signed letter lists this attachment"), transaction.atomic():
        Attachment.objects.update(**gone)


def test_the_database_itself_keeps_a_file_or_its_removal(cast: Any, draft: Bring) -> None:
    reference = draft()
    attach(reference, cast.drafter)
    with pytest.raises(IntegrityError), transaction.atomic():
        Attachment.objects.update(content=None)
    order_translation(reference, language="uk", by=cast.drafter)
    with pytest.raises(IntegrityError), transaction.atomic():
        Translation.objects.update(state="certified")
