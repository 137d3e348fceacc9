"""What belongs to a request that arrived: its letter's list, and files that match it or are refused."""

from __future__ import annotations

from typing import Any

import pytest

from comity.casework.actions.add_attachment import add_attachment
from comity.casework.actions.keep_arrival import keep_arrival
from comity.casework.actions.receive_attachment import receive_attachment
from comity.casework.actions.register_request import register_request
from comity.casework.models import Arrival, Attachment, Request
from comity.casework.queries.bundle_page import bundle_page
from comity.casework.queries.request_page import request_page
from comity.casework.rules.attachment import attachment_bytes
from comity.casework.rules.bundle.listed import Listed
from comity.casework.rules.bundle.sort import Nature
from comity.casework.rules.refusal import NotFound, Refused
from comity.casework.rules.registry import kind
from comity.casework.rules.transitions import NotAllowed
from comity.casework.tests.complete import complete
from comity.casework.tests.conftest import NOW
from comity.documents.tests import attached_files as files
from comity.kernel.digest import Digest
from comity.ledger.queries.entries import entries_about
from comity.people.rules.roles import NotEntitled

THEIRS = complete() | {"requesting_country": "UA", "requested_country": "GE"}
ORDER = Listed(
    1, Nature.COURT_ORDER, "Ухвала суду", "ukhvala.pdf", "application/pdf", 1, Digest.of(files.pdf(2)), "uk", 2
)
OTHER = Listed(2, Nature.LAW, "Articles 361 and 361-1", "law.pdf", "application/pdf", 1, Digest.of(files.pdf(7)))


def arrived(by: Any, listed: tuple[Listed, ...] | None) -> str:
    came = keep_arrival(
        attachment_bytes(kind("preservation"), "UA-2026-00017", THEIRS, listed=listed), name="request.json", by=by
    )
    how = {"received_at": NOW, "channel": "24/7 network", "case_title": "Asked"}
    return register_request("preservation", THEIRS, arrival=came, **how, by=by)


def receive(reference: str, by: Any, content: bytes, **more: Any) -> int:
    return receive_attachment(reference, content, name="came.pdf", by=by, **more)


def test_a_listed_file_is_found_by_its_hash_and_is_what_the_list_says(cast: Any, law: None) -> None:
    reference = arrived(cast.duty, (ORDER, OTHER))
    page = bundle_page(cast.duty, reference)
    assert page.awaited is not None
    assert [one.attachment for one in page.awaited] == [None, None]
    assert page.missing == 2
    version = Request.objects.get(reference=reference).version
    number = receive(reference, cast.duty, files.pdf(2))
    page = bundle_page(cast.auditor, reference)
    assert [one.attachment for one in page.awaited or ()] == [number, None]
    (there,) = page.attachments
    assert (there.sort, there.title, there.language, there.name) == (
        Nature.COURT_ORDER,
        "Ухвала суду",
        "uk",
        "came.pdf",
    )
    assert Request.objects.get(reference=reference).version == version
    (entry,) = [one for one in entries_about(f"request:{reference}") if one.name == "attachment-received"]
    assert (entry.payload["listed"], entry.payload["digest"]) == (True, ORDER.sha256)
    assert any("which the letter lists" in told.sentence for told in request_page(cast.duty, reference).timeline)


def test_a_file_that_the_letter_does_not_list_is_refused(cast: Any, law: None) -> None:
    reference = arrived(cast.duty, (ORDER,))
    with pytest.raises(Refused, match=r"lists no file with this SHA-256 \([0-9a-f]{12}…\)"):
        receive(reference, cast.duty, files.pdf(3))
    with pytest.raises(Refused, match="lists no file"):
        receive(arrived_again(cast.duty), cast.duty, files.pdf(2))
    assert not Attachment.objects.exists()


def arrived_again(by: Any) -> str:
    """A letter which says that nothing is attached."""
    came = keep_arrival(
        attachment_bytes(kind("preservation"), "UA-2026-00018", THEIRS, listed=()), name="request.json", by=by
    )
    how = {"received_at": NOW, "channel": "24/7 network", "case_title": "Asked"}
    return register_request("preservation", THEIRS, arrival=came, **how, by=by)


def test_where_the_letter_has_no_list_what_came_along_is_told_by_whoever_keeps_it(cast: Any, law: None) -> None:
    reference = arrived(cast.duty, None)
    assert bundle_page(cast.duty, reference).awaited is None
    receive(reference, cast.duty, files.pdf(2), sort="court-order", title="Order", language="uk")
    receive(reference, cast.duty, files.pdf(3))
    assert [one.sort for one in bundle_page(cast.duty, reference).attachments] == [
        Nature.COURT_ORDER,
        Nature.OTHER,
    ]


def test_what_is_never_taken_is_not_taken_here_either(cast: Any, law: None) -> None:
    program = b"MZ" + bytes(62)
    listed = Listed(1, Nature.OTHER, "Tool", "tool.exe", "application/octet-stream", 64, Digest.of(program))
    with pytest.raises(Refused, match="a computer would run it"):
        receive_attachment(arrived(cast.duty, (listed,)), program, name="tool.pdf", by=cast.duty)


def test_who_may_and_in_which_direction(cast: Any, law: None, draft: Any) -> None:
    reference = arrived(cast.duty, (ORDER,))
    with pytest.raises(NotEntitled):
        receive(reference, cast.auditor, files.pdf(2))
    with pytest.raises(NotFound):
        receive(reference, cast.editor, files.pdf(2))
    with pytest.raises(NotAllowed, match="This request is ours"):
        receive(draft(), cast.duty, files.pdf(2))
    with pytest.raises(NotAllowed, match="Others wrote this request"):
        add_attachment(reference, files.pdf(2), name="a.pdf", sort="other", by=cast.duty)


def test_what_was_read_before_there_were_lists_has_none(cast: Any, law: None) -> None:
    reference = arrived(cast.duty, (ORDER,))
    arrival = Arrival.objects.get(request__reference=reference)
    del arrival.reading["claimed_files"]
    arrival.save()
    assert bundle_page(cast.duty, reference).awaited is None
