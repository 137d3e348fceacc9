"""Registering what arrived: never refused for what it lacks, always for what cannot be, and never made twice."""

from __future__ import annotations

import json
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from django.db import connection

from comity.casework.actions.admit_to_case import admit_to_case
from comity.casework.actions.keep_arrival import keep_arrival, keep_typed
from comity.casework.actions.open_case import open_case
from comity.casework.actions.register_request import register_request
from comity.casework.actions.type_arrival import type_arrival
from comity.casework.models import Arrival, Request
from comity.casework.queries.arrivals import arrival_of, arrival_page, arrived_file, open_arrivals
from comity.casework.rules.arrival.reading import LARGEST_FILE, Medium
from comity.casework.rules.arrival.refusals import AlreadyRegistered
from comity.casework.rules.attachment import attachment_bytes
from comity.casework.rules.refusal import NotFound, Refused
from comity.casework.rules.registry import kind
from comity.casework.rules.transitions import NotAllowed
from comity.casework.tests.complete import complete
from comity.casework.tests.conftest import NOW
from comity.documents.queries.documents import document_content
from comity.ledger.queries.chain import verify_chain
from comity.ledger.queries.entries import entries_about
from comity.people.rules.roles import NotEntitled

Bring = Callable[..., str]
OURS = kind("preservation")
HOUR = timedelta(hours=1)


def theirs(**changes: Any) -> dict[str, Any]:
    """A request from Ukraine to Georgia."""
    return complete() | {"requesting_country": "UA", "requested_country": "GE", "status": "new"} | changes


@pytest.fixture
def register(cast: Any, node: Any) -> Callable[..., str]:
    def make(content: dict[str, Any] | None = None, **changes: Any) -> str:
        given = {
            "received_at": NOW - HOUR,
            "channel": "24/7 network",
            "case_title": "Asked by Ukraine",
            "by": cast.duty,
        }
        return register_request("preservation", theirs() if content is None else content, **given | changes)

    return make


def test_a_ticket_is_made_with_everything_that_lists_and_clocks_read(cast: Any, register: Any) -> None:
    reference = register(their_reference=" UA-2026-00017 ", document=b"Dear colleagues", document_name="a/b/letter.txt")
    row = Request.objects.select_related("case").get(reference=reference)
    assert (row.direction, row.state, row.counterpart, row.their_reference) == (
        "incoming",
        "received",
        "UA",
        "UA-2026-00017",
    )
    assert (row.requesting_country, row.requested_country, row.requested_zone) == ("UA", "GE", "Asia/Tbilisi")
    assert (row.received_at, row.urgent, row.case.title) == (NOW - HOUR, True, "Asked by Ukraine")
    (entry,) = entries_about(f"request:{reference}")
    assert entry.name == "request-registered"
    assert entry.payload["happened_at"] == "2026-03-02T09:00:00+00:00"
    assert (entry.payload["channel"], entry.payload["oral"], entry.payload["their_reference"]) == (
        "24/7 network",
        False,
        "UA-2026-00017",
    )
    came = arrival_of(cast.approver, reference)
    assert came is not None
    assert (came.name, str(came.id)) == ("letter.txt", entry.payload["document"])
    assert arrived_file(cast.approver, reference) == b"Dear colleagues"
    (kept,) = entries_about(f"arrival:{came.id}")
    assert kept.payload == {"digest": came.digest, "size": 15, "medium": "other"}
    assert verify_chain().whole


def test_what_it_lacks_stops_nothing(register: Any) -> None:
    assert register({"requesting_country": "ua"})
    assert register({"requesting_country": "UA", "summary": "They will explain.", "preservation_days": "ninety"})


@pytest.mark.parametrize(
    ("changes", "content", "said"),
    [
        ({"received_at": NOW + HOUR}, None, "lies in the future"),
        ({"received_at": datetime(2026, 3, 2, 9)}, None, "has no time zone"),  # noqa: DTZ001  as a caller may err
        ({"channel": " "}, None, "Channel"),
        ({"case_title": " "}, None, "Nothing says to which case"),
        ({}, {"summary": "x"}, "Nothing says which country asks"),
        ({}, {"requesting_country": "XX"}, "Nothing says which country asks"),
        ({}, {"requesting_country": "GE"}, "Georgia is your own country"),
        ({}, {"requesting_country": "UA", "approved": True}, "not a field of this form"),
        ({}, {"requesting_country": "UA", "urgency": "now!"}, "not among the choices"),
        ({}, {"requesting_country": "UA", "summary": "x" * 50_000_000}, "50000000 characters"),
        ({"their_reference": "x" * 201}, None, "201"),
        ({"document": b"x" * (LARGEST_FILE + 1)}, None, "larger than 10 MB"),
        ({"document": b""}, None, "it is empty"),
    ],
)
def test_what_cannot_be_is_refused_in_words_and_leaves_nothing(
    register: Any, changes: dict[str, Any], content: dict[str, Any] | None, said: str
) -> None:
    with pytest.raises(Refused, match=said):
        register(content, **changes)
    assert not Request.objects.exists()


def test_an_unknown_kind_is_refused(cast: Any, node: Any) -> None:
    with pytest.raises(Refused, match="is not a kind of request"):
        register_request("extradition", {}, received_at=NOW, channel="post", case_title="x", by=cast.duty)


def test_only_drafters_and_duty_officers_register(cast: Any, register: Any) -> None:
    assert register(by=cast.drafter)
    for user in (cast.approver, cast.auditor, cast.editor, cast.admin):
        with pytest.raises(NotEntitled):
            register(by=user)
        with pytest.raises(NotEntitled):
            keep_arrival(b"x", by=user)


def test_it_joins_the_case_of_what_it_follows(cast: Any, at: Bring, register: Any) -> None:
    first = at("ready")
    case = Request.objects.get(reference=first).case.reference
    reference = register(follows=first, case_title="")
    row = Request.objects.select_related("follows", "case").get(reference=reference)
    assert row.follows is not None
    assert (row.follows.reference, row.case.reference) == (first, case)
    moved = entries_about(f"request:{first}")[-1]
    assert (moved.name, moved.payload["what"], moved.payload["follow_up"]) == (
        "follow-up-moved",
        "received",
        reference,
    )
    with pytest.raises(Refused, match="belongs there too"):
        register(follows=first, case_reference=open_case("Another", by=cast.duty))
    with pytest.raises(NotFound):
        register(follows="GE-2026-99999")


def test_a_hidden_case_stays_hidden(cast: Any, register: Any) -> None:
    hidden = open_case("Protected", restricted=True, by=cast.drafter)
    with pytest.raises(NotFound):
        register(case_reference=hidden)
    first = register(case_reference=hidden, their_reference="UA-7", document=b"a file", by=cast.drafter)
    second = register(their_reference="UA-7", document=b"a file")
    assert first != second
    admit_to_case(hidden, cast.duty.username, by=cast.drafter)
    with pytest.raises(AlreadyRegistered, match=first):
        register(their_reference="UA-7")


def test_the_same_file_is_registered_once_and_the_ticket_named(cast: Any, register: Any) -> None:
    first = register(document=b"the letter")
    with pytest.raises(AlreadyRegistered, match=f"already, as {first}") as refusal:
        register(document=b"the letter", another=True)
    assert refusal.value.sure
    assert Request.objects.count() == 1


def test_the_same_number_of_the_same_country_needs_a_word(register: Any) -> None:
    first = register(their_reference="UA-2026-00017")
    with pytest.raises(AlreadyRegistered, match=first) as refusal:
        register(their_reference="ua-2026-00017")
    assert not refusal.value.sure
    assert register(their_reference="UA-2026-00017", another=True) != first
    assert register(theirs(requesting_country="MD"), their_reference="UA-2026-00017")


def test_pressing_twice_makes_one_ticket(cast: Any, register: Any) -> None:
    came = keep_arrival(b"the letter", by=cast.duty)
    assert register(arrival=came) == register(arrival=came)
    assert Request.objects.count() == 1
    with pytest.raises(NotFound):
        register(arrival=came, by=cast.drafter)


@pytest.mark.django_db(transaction=True)
def test_two_people_registering_the_same_file_at_once_make_one_ticket(cast: Any, register: Any) -> None:
    def go(user: Any) -> str:
        try:
            return str(register(document=b"the letter", by=user))
        except AlreadyRegistered as problem:
            return f"already {problem.reference}"
        finally:
            connection.close()

    with ThreadPoolExecutor(2) as pool:
        answers = sorted(pool.map(go, [cast.duty, cast.drafter]))
    assert Request.objects.count() == 1
    reference = Request.objects.get().reference
    assert answers == [reference, f"already {reference}"]


def test_our_own_signed_letter_is_read_and_registered(cast: Any, at: Bring, register: Any) -> None:
    sent = Request.objects.get(reference=at("signed", status="new"))
    assert sent.document_id is not None
    came = keep_arrival(document_content(sent.document_id), name="letter.pdf", by=cast.duty)
    page = arrival_page(cast.duty, came)
    assert (page.reading.medium, page.kind, page.reading.their_reference) == (
        Medium.PDF,
        "preservation",
        sent.reference,
    )
    assert page.reading.signed is not None
    assert page.reading.signed.verdict == "whole"
    assert page.content["summary"] == sent.content["summary"]
    assert page.reading.sentences == ()


def test_a_letter_that_was_changed_gives_nothing_and_is_kept(cast: Any, at: Bring) -> None:
    sent = Request.objects.get(reference=at("signed"))
    assert sent.document_id is not None
    pdf = bytearray(document_content(sent.document_id))
    pdf[len(pdf) // 2] ^= 1
    page = arrival_page(cast.duty, keep_arrival(bytes(pdf), by=cast.duty))
    assert (page.kind, dict(page.content)) == ("", {})
    assert page.reading.signed is not None
    assert page.reading.signed.verdict in {"changed", "unreadable"}
    assert any("by hand" in sentence for sentence in page.reading.sentences)
    assert bytes(Arrival.objects.get(pk=page.id).content) == bytes(pdf)


def test_a_broken_pdf_and_a_picture_are_kept_for_typing(cast: Any, node: Any) -> None:
    for content in (b"%PDF-1.7\nbroken", b"\x89PNG\r\n\x1a\n", b"\xff" * 1000):
        page = arrival_page(cast.duty, keep_arrival(content, by=cast.duty))
        assert page.kind == ""
        assert page.reading.sentences
    assert len(open_arrivals(cast.duty)) == 3
    assert open_arrivals(cast.drafter) == ()


def test_what_is_typed_is_kept_and_what_no_form_sends_is_not(cast: Any, node: Any) -> None:
    came = keep_typed("preservation", by=cast.duty)
    type_arrival(came, kind="preservation", content={"summary": "By telephone"}, by=cast.duty)
    type_arrival(
        came,
        kind="preservation",
        content={"preservation_days": "ninety"},
        answers={"channel": "telephone"},
        by=cast.duty,
    )
    page = arrival_page(cast.duty, came)
    assert page.content == {"summary": "By telephone", "preservation_days": "ninety"}
    assert page.answers == {"channel": "telephone"}
    with pytest.raises(Refused, match="at most 20000"):
        type_arrival(came, kind="preservation", content={"summary": "x" * 20_001}, by=cast.duty)
    with pytest.raises(Refused, match="Choose one"):
        type_arrival(came, kind="nonsense", content={}, by=cast.duty)
    with pytest.raises(NotFound):
        type_arrival(came, kind="preservation", content={}, by=cast.drafter)
    assert arrival_page(cast.duty, came) == page


def test_data_with_forged_values_keep_what_fits(cast: Any, node: Any) -> None:
    data = json.loads(attachment_bytes(OURS, "UA-2026-00017", theirs()))
    data["content"] |= {"urgency": "yesterday", "approved": True}
    page = arrival_page(cast.duty, keep_arrival(json.dumps(data).encode(), by=cast.duty))
    assert page.kind == "preservation"
    assert "urgency" not in page.content
    assert sum("left out" in sentence for sentence in page.reading.sentences) == 2


def test_an_incoming_request_is_never_drafted(cast: Any, register: Any) -> None:
    from comity.casework.actions.edit_request import edit_request
    from comity.casework.actions.submit_for_review import submit_for_review

    reference = register()
    with pytest.raises(NotAllowed):
        edit_request(reference, {"summary": "x"}, version=1, by=cast.duty)
    with pytest.raises(NotAllowed):
        submit_for_review(reference, version=1, by=cast.duty)


def test_the_zone_of_receipt_is_told_in_utc(register: Any) -> None:
    there = datetime.fromisoformat("2026-03-02T12:30:00+04:00")
    reference = register(received_at=there)
    assert Request.objects.get(reference=reference).received_at == datetime(2026, 3, 2, 8, 30, tzinfo=UTC)
