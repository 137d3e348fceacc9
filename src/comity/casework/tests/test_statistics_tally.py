"""Counting the ledger: exactly once, in any pieces, corrections included, and the same as counting it all anew."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest
from django.db import transaction

from comity.casework.actions.advance_tally import ROUNDS, advance_tally, advance_tally_each_minute
from comity.casework.actions.mark_request_sent import mark_request_sent
from comity.casework.actions.record_ping import record_ping
from comity.casework.actions.recount_statistics import recount_statistics
from comity.casework.actions.register_request import register_request
from comity.casework.actions.take_step import take_step
from comity.casework.models import Request, Tally, TallyCursor
from comity.casework.rules.events import request_subject
from comity.casework.rules.handling.events import EventCorrected
from comity.casework.rules.handling.table import Step
from comity.casework.tests.complete import complete
from comity.ledger.actions.record import record
from comity.ledger.queries.happenings import last_sequence

NOW = datetime(2026, 3, 2, 10, tzinfo=UTC)


def counts() -> dict[tuple[Any, ...], int]:
    rows = Tally.objects.values_list("month", "direction", "country", "family", "what", "key", "count")
    return {row[:-1]: row[-1] for row in rows}


def of(what: str, country: str = "") -> dict[tuple[str, str], int]:
    return {(key[1], key[5]): count for key, count in counts().items() if key[2] == country and key[4] == what}


def count_all(piece: int) -> None:
    while advance_tally(piece).behind:
        pass


@pytest.fixture
def told(cast: Any, at: Callable[..., str], frozen_clock: Callable[[datetime], None]) -> str:
    """One request sent, acknowledged and preserved; one that arrived, lacked a port and was refused; a test call.

    The moment of the acknowledgement is corrected. Returns the reference of the one that arrived.
    """
    sent = at("ready")
    Request.objects.filter(reference=sent).update(counterpart="UA")
    mark_request_sent(sent, sent_on=date(2026, 3, 2), channel="24/7 network", by=cast.duty)
    came = register_request(
        "preservation",
        complete() | {"requesting_country": "MD", "data": ["traffic"], "offences": ["2"]},
        received_at=NOW - timedelta(hours=1),
        channel="e-mail",
        case_title="From Chisinau",
        by=cast.duty,
    )
    frozen_clock(NOW + timedelta(hours=5))
    acknowledged = take_step(sent, Step.ACKNOWLEDGE, {}, happened_at=NOW + timedelta(hours=3), by=cast.duty)
    take_step(sent, Step.PRESERVE, {}, by=cast.duty)
    take_step(came, Step.ASK, {"missing": ["port"]}, happened_at=NOW, by=cast.duty)
    record_ping("UA", result="answered", minutes=4, by=cast.duty)
    right = EventCorrected(
        subject=request_subject(sent),
        corrects=acknowledged.sequence,
        happened_at=NOW + timedelta(minutes=12),
        reason="Mistyped.",
    )
    with transaction.atomic():
        record(right, actor=cast.duty.actor)
    return came


def test_each_figure_is_where_it_belongs(told: str) -> None:
    count_all(1000)
    assert of("kind") == {("outgoing", "preservation"): 1, ("incoming", "preservation"): 1}
    assert of("country") == {("outgoing", "UA"): 1, ("incoming", "MD"): 1}
    assert of("kind", "MD") == {("incoming", "preservation"): 1}
    assert of("acknowledged") == {("outgoing", "12"): 1}
    assert of("preserved") == {("outgoing", "300"): 1}
    assert of("answered") == {("outgoing", "300"): 1, ("incoming", "60"): 1}
    assert of("missing") == {("incoming", "port"): 1}
    assert of("outcome") == {("outgoing", "executed"): 1, ("incoming", "open"): 1}
    assert of("channel") == {("outgoing", "network"): 1, ("incoming", "e-mail"): 1}
    assert of("data", "MD") == {("incoming", "traffic"): 1}
    assert of("test", "UA") == {("outgoing", "answered"): 1}
    assert of("test-answered") == {("outgoing", "4"): 1}
    assert {key[0] for key in counts()} == {date(2026, 3, 1)}


@pytest.mark.parametrize("piece", [1, 2, 5, 1000])
def test_pieces_do_not_matter_and_a_recount_gives_the_same(told: str, piece: int) -> None:
    count_all(piece)
    found = counts()
    assert found
    assert 0 not in found.values()
    heard: list[int] = []
    assert recount_statistics(heard.append) == last_sequence()
    assert counts() == found
    assert heard == [2]


def test_a_recount_that_writes_in_between_gives_the_same(told: str, monkeypatch: pytest.MonkeyPatch) -> None:
    recount_statistics()
    found = counts()
    for name, size in (("CELLS", 3), ("CHUNK", 1)):
        monkeypatch.setattr(f"comity.casework.actions.recount_statistics.{name}", size)
    recount_statistics()
    assert counts() == found


def test_what_is_recorded_later_moves_what_was_counted(told: str, cast: Any) -> None:
    count_all(1000)
    assert of("outcome")["incoming", "open"] == 1
    Request.objects.filter(reference=told).update(state="postponed")
    take_step(told, Step.WITHDRAW, {"reason": "Solved."}, by=cast.duty)
    count_all(1000)
    assert of("outcome") == {("outgoing", "executed"): 1, ("incoming", "withdrawn"): 1}


def test_nothing_new_changes_nothing(told: str, django_assert_num_queries: Any) -> None:
    count_all(1000)
    before = counts()
    with django_assert_num_queries(4):  # the ledger's end, the cursor, and the savepoint around them
        assert advance_tally().behind == 0
    assert counts() == before


def test_a_batch_takes_the_same_queries_however_much_is_in_it(told: str, django_assert_num_queries: Any) -> None:
    advance_tally(0)
    with django_assert_num_queries(10):
        advance_tally(1000)


def test_a_batch_that_fails_is_not_counted(told: str, monkeypatch: pytest.MonkeyPatch) -> None:
    advance_tally(1)

    def fail(_change: Any) -> None:
        raise RuntimeError("the disk is full")

    with monkeypatch.context() as broken:
        broken.setattr("comity.casework.actions.advance_tally.add_to_tally", fail)
        with pytest.raises(RuntimeError):
            advance_tally()
    assert TallyCursor.objects.get().sequence == 1
    count_all(1000)
    found = counts()
    recount_statistics()
    assert counts() == found


def test_the_worker_counts_batch_after_batch(told: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("comity.casework.actions.advance_tally.BATCH", 1)
    assert last_sequence() < ROUNDS
    advance_tally_each_minute(timestamp=0)
    assert TallyCursor.objects.get().sequence == last_sequence()


def test_there_is_nothing_to_count_on_a_new_node(db: None) -> None:
    assert (advance_tally().counted, advance_tally().recorded) == (0, 0)
    assert recount_statistics() == 0
    assert counts() == {}
