"""Correcting the kind and the channel of what was registered: what has a place is carried over, the rest is kept."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest

from comity.casework.actions.advance_tally import advance_tally
from comity.casework.actions.correct_registration import correct_registration
from comity.casework.actions.draft_follow_up import draft_follow_up
from comity.casework.actions.keep_arrival import keep_arrival
from comity.casework.actions.recount_statistics import recount_statistics
from comity.casework.actions.register_request import register_request
from comity.casework.actions.take_step import take_step
from comity.casework.models import Amendment, Request, Tally
from comity.casework.queries.registration import registration
from comity.casework.queries.request_page import request_page
from comity.casework.rules.attachment import attachment_bytes
from comity.casework.rules.handling.table import Step
from comity.casework.rules.refusal import ChangedMeanwhile, NotFound, Refused
from comity.casework.rules.registry import kind
from comity.casework.tests.complete import complete
from comity.casework.tests.conftest import NOW
from comity.ledger.queries.entries import entries_about
from comity.people.rules.roles import NotEntitled

pytestmark = pytest.mark.django_db

TYPED = complete() | {"requesting_country": "UA", "requested_country": "GE", "status": "new"}


@pytest.fixture
def register(cast: Any, law: Any) -> Callable[..., str]:
    def make(**changes: Any) -> str:
        given = {"received_at": NOW - timedelta(hours=1), "channel": "post", "case_title": "Asked", "by": cast.duty}
        return register_request("preservation", TYPED, **given | changes)

    return make


def correct(reference: str, **changes: Any) -> int:
    given = {"kind": "preservation", "channel": "post", "version": 1, "reason": "Read again."}
    return correct_registration(reference, **given | changes)


def test_another_kind_keeps_what_it_has_a_place_for_and_has_its_own_clocks(cast: Any, register: Any) -> None:
    reference = register()
    assert correct(reference, kind="order-to-give-effect", by=cast.drafter) == 2
    row = Request.objects.get(reference=reference)
    assert (row.kind, row.content["summary"]) == ("order-to-give-effect", TYPED["summary"])
    assert "preservation_days" not in row.content
    kept = Amendment.objects.get()
    assert kept.before["preservation_days"] == TYPED["preservation_days"]
    assert row.content.keys().isdisjoint(kept.before)
    assert {**row.content, **kept.before} == TYPED
    assert "cets224-8-serve" in row.clocks.values_list("rule", flat=True)
    assert "ets185-29-7" not in row.clocks.values_list("rule", flat=True)
    page = request_page(cast.duty, reference)
    assert page.timeline[-1].sentence.endswith(
        "corrected what it is: order to be given effect, not preservation request; it came by post (version 2)."
    )
    assert Step.SERVE in {choice.step for choice in page.handling}


def test_the_channel_alone_changes_no_word_of_it(cast: Any, register: Any) -> None:
    reference = register()
    correct(reference, channel="INTERPOL", by=cast.duty)
    assert registration(cast.duty, reference).channel == "INTERPOL"
    assert Request.objects.get(reference=reference).content == TYPED
    assert not Amendment.objects.exists()
    assert entries_about(f"request:{reference}")[-1].payload["reason"] == "Read again."


def test_figures_follow_and_are_the_same_when_counted_anew(cast: Any, register: Any) -> None:
    def counts() -> list[tuple[Any, ...]]:
        rows = Tally.objects.exclude(count=0).order_by("month", "direction", "country", "family", "what", "key")
        return list(rows.values_list("country", "family", "what", "key", "count"))

    reference = register()
    advance_tally()
    correct(reference, kind="mla-stored-data", channel="INTERPOL", by=cast.duty)
    advance_tally()
    found = counts()
    assert ("UA", "assistance", "channel", "interpol", 1) in found
    assert not [row for row in found if "preservation" in row[:4] or "post" in row]
    recount_statistics()
    while advance_tally().behind:
        pass
    assert counts() == found


@pytest.mark.parametrize(
    ("changes", "said"),
    [
        ({}, "Nothing differs"),
        ({"channel": "fax", "reason": " "}, "Reason"),
        ({"channel": " "}, "Channel"),
        ({"channel": "x" * 300}, "Channel"),
        ({"kind": "love-letter"}, "not a kind of request"),
    ],
)
def test_what_corrects_nothing_is_refused(cast: Any, register: Any, changes: Any, said: str) -> None:
    reference = register()
    with pytest.raises(Refused, match=said):
        correct(reference, by=cast.duty, **changes)
    assert Request.objects.get(reference=reference).version == 1


def test_a_kind_on_which_something_rests_stays(cast: Any, register: Any) -> None:
    came = keep_arrival(attachment_bytes(kind("preservation"), "UA-7", TYPED), name="r.json", by=cast.duty)
    with pytest.raises(Refused, match="read from the file"):
        correct(register(arrival=came), kind="mla-stored-data", by=cast.duty)
    chained = register(another=True)
    draft_follow_up(chained, "receipt", by=cast.duty)
    with pytest.raises(Refused, match="stands in a chain"):
        correct(chained, kind="mla-stored-data", by=cast.duty)
    asked = register(another=True)
    take_step(asked, Step.ASK, {"missing": ["port"]}, by=cast.duty)
    with pytest.raises(Refused, match="expects no answer"):
        correct(asked, kind="spontaneous-information", by=cast.duty)
    take_step(asked, Step.PRESERVE, {}, by=cast.duty)
    with pytest.raises(Refused, match="What was decided rests on its kind"):
        correct(asked, kind="mla-stored-data", by=cast.duty)
    assert correct(asked, channel="INTERPOL", by=cast.duty) == 2


def test_only_who_registers_corrects_and_nobody_over_somebody_else(cast: Any, register: Any, at: Any) -> None:
    reference = register()
    with pytest.raises(NotEntitled):
        correct(reference, channel="fax", by=cast.auditor)
    with pytest.raises(ChangedMeanwhile):
        correct(reference, channel="fax", version=7, by=cast.duty)
    with pytest.raises(NotFound):
        correct("GE-2026-99999", channel="fax", by=cast.duty)
    with pytest.raises(Refused, match="our own"):
        correct(at("draft"), channel="fax", by=cast.duty)
