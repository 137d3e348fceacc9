"""Correcting what was typed in of an incoming request: what stood before is kept, and everything derived follows."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest
from django.db import DatabaseError, transaction

from comity.casework.actions.advance_tally import advance_tally
from comity.casework.actions.amend_registered import amend_registered
from comity.casework.actions.keep_arrival import keep_arrival
from comity.casework.actions.recount_statistics import recount_statistics
from comity.casework.actions.register_request import register_request
from comity.casework.actions.type_arrival import type_arrival
from comity.casework.models import Amendment, Request, RequestIdentifier, Tally
from comity.casework.queries.arrivals import arrival_page
from comity.casework.rules.arrival.refusals import AlreadyRegistered
from comity.casework.rules.attachment import attachment_bytes
from comity.casework.rules.refusal import ChangedMeanwhile, NotFound, Refused
from comity.casework.rules.registry import kind
from comity.casework.tests.complete import complete
from comity.casework.tests.conftest import NOW
from comity.kernel.digest import Digest, canonical_json
from comity.ledger.queries.entries import entries_about
from comity.people.rules.roles import NotEntitled

pytestmark = pytest.mark.django_db

TYPED = complete() | {"requesting_country": "UA", "requested_country": "GE", "status": "new"}
WHY = "A digit was mistyped."


@pytest.fixture
def register(cast: Any, node: Any) -> Callable[..., str]:
    def make(content: Any = None, **changes: Any) -> str:
        given = {"received_at": NOW - timedelta(hours=1), "channel": "post", "case_title": "Asked", "by": cast.duty}
        return register_request("preservation", TYPED if content is None else content, **given | changes)

    return make


@pytest.fixture
def from_file(cast: Any, register: Callable[..., str]) -> Callable[..., str]:
    """Registered from a file of data, after somebody mended the fields given."""

    def make(**mended: Any) -> str:
        came = keep_arrival(attachment_bytes(kind("preservation"), "UA-2026-00017", TYPED), name="r.json", by=cast.duty)
        type_arrival(came, kind="preservation", content=mended, by=cast.duty)
        page = arrival_page(cast.duty, came)
        return register(page.content, arrival=came, their_reference=page.reading.their_reference)

    return make


def amend(reference: str, content: Any = None, **changes: Any) -> int:
    return amend_registered(reference, content or {}, **{"version": 1, "reason": WHY} | changes)


def test_what_stood_before_is_kept_and_its_digest_is_in_the_ledger(cast: Any, register: Any) -> None:
    reference = register(their_reference="UA-1")
    registered = Request.objects.get(reference=reference).content
    assert amend(reference, {"summary": "A bank."}, their_reference="UA-2", by=cast.drafter) == 2
    row = Request.objects.get(reference=reference)
    assert (row.content["summary"], row.their_reference, row.version, row.changed_by) == (
        "A bank.",
        "UA-2",
        2,
        cast.drafter,
    )
    entry = entries_about(f"request:{reference}")[-1]
    kept = Amendment.objects.get()
    assert (entry.name, entry.payload["fields"], entry.payload["reason"]) == (
        "request-amended",
        ["summary", "their_reference"],
        WHY,
    )
    assert (kept.entry, kept.before, kept.version) == (
        entry.sequence,
        {"summary": TYPED["summary"], "their_reference": "UA-1"},
        2,
    )
    stood = {**row.content, "summary": kept.before["summary"]}
    assert entry.payload["before"] == Digest.of(canonical_json(stood)) == Digest.of(canonical_json(registered))
    assert entry.payload["digest"] == Digest.of(canonical_json(row.content))
    assert TYPED["summary"] not in str(entry.payload)


def test_what_stood_before_cannot_be_changed_or_removed(cast: Any, register: Any) -> None:
    amend(register(), {"summary": "A bank."}, by=cast.drafter)
    for act in (lambda: Amendment.objects.update(reason="Other."), lambda: Amendment.objects.all().delete()):
        with pytest.raises(DatabaseError, match="never changed or removed"), transaction.atomic():
            act()


def test_identifiers_country_and_urgency_follow(cast: Any, register: Any) -> None:
    reference = register()
    changes = {"identifiers": [{"text": "203.0.113.77"}], "requesting_country": "MD", "requested_country": "FR"}
    amend(reference, changes, by=cast.duty)
    row = Request.objects.get(reference=reference)
    assert (row.requesting_country, row.counterpart, row.requested_country) == ("MD", "MD", "GE")
    assert [item.value for item in RequestIdentifier.objects.filter(request=row)] == ["203.0.113.77"]


def test_figures_count_it_where_it_belongs_now(cast: Any, register: Any, law: None) -> None:
    def counts() -> list[tuple[Any, ...]]:
        rows = Tally.objects.order_by("month", "direction", "country", "family", "what", "key")
        return list(rows.values_list("month", "direction", "country", "family", "what", "key", "count"))

    reference = register()
    advance_tally()
    before = counts()
    amend(reference, {"requesting_country": "MD"}, by=cast.duty)
    advance_tally()
    moved = counts()
    assert moved != before
    assert "UA" not in {row[2] for row in moved}
    recount_statistics()
    assert counts() == moved


def test_clocks_are_computed_anew(cast: Any, register: Any, law: None, monkeypatch: pytest.MonkeyPatch) -> None:
    reference = register()
    computed: list[str] = []
    monkeypatch.setattr(
        "comity.casework.actions.amend_registered.recompute_clocks",
        lambda request, *_: computed.append(request.content["summary"]),
    )
    amend(reference, {"summary": "A bank."}, by=cast.duty)
    assert computed == ["A bank."]


def test_what_a_file_says_is_not_changed_here(cast: Any, from_file: Any) -> None:
    reference = from_file(necessity="Mended before registering.")
    with pytest.raises(Refused, match="read from the file of data and says what that says") as refusal:
        amend(reference, {"summary": "Forged.", "necessity": "x"}, their_reference="UA-9", by=cast.duty)
    assert {gap.field for gap in refusal.value.gaps} == {"summary", "their_reference"}
    assert Request.objects.get(reference=reference).content["summary"] == TYPED["summary"]
    assert amend(reference, {"necessity": "Typed better."}, by=cast.duty) == 2


def test_white_space_of_a_form_makes_no_field_typed_here(cast: Any, from_file: Any) -> None:
    reference = from_file(summary=f" {TYPED['summary']}\n", requesting_country="ua")
    with pytest.raises(Refused, match="so it stays"):
        amend(reference, {"summary": "Forged."}, by=cast.duty)
    with pytest.raises(Refused, match="so it stays"):
        amend(reference, {"requesting_country": "MD"}, by=cast.duty)


@pytest.mark.parametrize(
    ("content", "changes", "said"),
    [
        ({"summary": "x"}, {"reason": "  "}, "Write a few words"),
        ({}, {}, "Nothing differs"),
        ({"summary": TYPED["summary"]}, {"their_reference": ""}, "Nothing differs"),
        ({"requesting_country": ""}, {}, "Nothing says which country asks"),
        ({"requesting_country": "XX"}, {}, "Nothing says which country asks"),
        ({"approved": True}, {}, "not a field of this form"),
        ({"summary": "x" * 50_000_000}, {}, "50000000 characters"),
        ({"summary": ["x"]}, {}, "A text belongs here"),
        ({}, {"their_reference": "x" * 201}, "201"),
    ],
)
def test_what_cannot_be_is_refused_and_changes_nothing(
    cast: Any, register: Any, content: Any, changes: Any, said: str
) -> None:
    reference = register()
    with pytest.raises(Refused, match=said):
        amend(reference, content, **changes, by=cast.duty)
    assert Request.objects.get(reference=reference).version == 1
    assert not Amendment.objects.exists()
    assert entries_about(f"request:{reference}")[-1].name == "request-registered"


def test_nobody_overwrites_what_they_have_not_seen(cast: Any, register: Any) -> None:
    reference = register()
    amend(reference, {"summary": "First."}, by=cast.drafter)
    with pytest.raises(ChangedMeanwhile, match="Drafter"):
        amend(reference, {"summary": "Second."}, by=cast.duty)
    assert Request.objects.get(reference=reference).content["summary"] == "First."


def test_a_number_that_another_ticket_has_needs_a_word(cast: Any, register: Any) -> None:
    first, second = register(their_reference="UA-7"), register(their_reference="UA-8")
    with pytest.raises(AlreadyRegistered, match=first):
        amend(second, their_reference="ua-7", by=cast.duty)
    assert Request.objects.get(reference=second).their_reference == "UA-8"
    assert amend(second, their_reference="UA-7", another=True, by=cast.duty) == 2
    assert amend(second, {"summary": "Other."}, version=2, by=cast.duty) == 3


def test_only_who_registers_amends_and_only_what_is_seen(cast: Any, register: Any, at: Any) -> None:
    reference = register()
    for user in (cast.approver, cast.auditor, cast.editor, cast.admin):
        with pytest.raises(NotEntitled):
            amend(reference, {"summary": "x"}, by=user)
    with pytest.raises(NotFound):
        amend("GE-2026-99999", {"summary": "x"}, by=cast.duty)
    with pytest.raises(Refused, match="This request is our own"):
        amend(at("ready"), {"summary": "x"}, by=cast.duty)
