"""Recording: the chain, the transaction, and what reads back."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime, timedelta, timezone
from typing import Any

import pytest
from django.db import connection, transaction
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as some

from comity.kernel import clock
from comity.ledger.actions.record import OutsideTransaction, record, record_all
from comity.ledger.queries.chain import verify_chain
from comity.ledger.queries.entries import NoSuchEntry, entries_about, entry, latest
from comity.ledger.rules.actor import SYSTEM
from comity.ledger.rules.entry import NOTHING_BEFORE, EntryView, digest_of
from comity.ledger.rules.event import Event
from comity.ledger.rules.payload import LARGEST, NotRecordable
from comity.ledger.tests.conftest import LampLit

Light = Callable[..., EntryView]
TEXT = some.text(some.characters(exclude_categories=["Cs"], exclude_characters="\x00"), max_size=20)
JSON = some.recursive(
    some.none() | some.booleans() | some.integers() | TEXT,
    lambda inner: some.lists(inner, max_size=3) | some.dictionaries(TEXT, inner, max_size=3),
    max_leaves=8,
)


@pytest.mark.django_db
def test_entries_follow_each_other(light: Light) -> None:
    first = light("lamp:1")
    second = light("lamp:2", actor=SYSTEM)
    assert (first.sequence, first.previous) == (1, NOTHING_BEFORE)
    assert (second.sequence, second.previous) == (2, first.digest)
    assert [found.sequence for found in latest()] == [2, 1]
    assert latest(before=2) == [first]


@pytest.mark.django_db
def test_many_entries_are_recorded_together_in_their_order(light: Light, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("comity.ledger.actions.record._AT_ONCE", 2)
    light("lamp:0")
    events = [LampLit(subject=f"lamp:{number}") for number in range(1, 6)]
    with transaction.atomic():
        assert record_all((), actor=SYSTEM) == ()
        written = record_all(events, actor=SYSTEM)
    assert [(each.sequence, each.subject) for each in written] == [(n + 1, f"lamp:{n}") for n in range(1, 6)]
    assert latest()[:5] == list(reversed(written))
    assert verify_chain().whole


@pytest.mark.django_db
def test_an_entry_reads_back_as_it_was_written(light: Light) -> None:
    written = light(room="a “b” \\ \n é ჩ 🕯", hours=(-1, 2**70))
    assert entries_about("lamp:1", "lamp:2") == [written]
    assert entry(written.sequence) == written
    assert digest_of(entry(written.sequence)) == written.digest
    assert written.payload == {"room": "a “b” \\ \n é ჩ 🕯", "hours": [-1, 2**70]}


@pytest.mark.django_db
def test_moments_are_kept_in_utc_to_the_microsecond(light: Light) -> None:
    tbilisi = timezone(timedelta(hours=4))
    for microsecond in (0, 1, 999_999):
        with clock.frozen(datetime(2026, 3, 1, 3, 59, 59, microsecond, tzinfo=tbilisi)):
            written = light()
        assert written.at == datetime(2026, 2, 28, 23, 59, 59, microsecond, tzinfo=UTC)
        assert entry(written.sequence) == written
    assert verify_chain().whole


@pytest.mark.django_db
def test_what_is_rolled_back_leaves_no_entry_and_no_gap(light: Light) -> None:
    with transaction.atomic():
        light()
        transaction.set_rollback(True)
    assert light().sequence == 1


@pytest.mark.django_db
def test_what_is_too_large_is_refused(light: Light) -> None:
    light(room="x" * (LARGEST - 100))
    with pytest.raises(NotRecordable, match="Record a digest"):
        light(room="x" * LARGEST)
    assert verify_chain().entries == 1


@pytest.mark.django_db
def test_a_missing_entry_is_a_sentence() -> None:
    with pytest.raises(NoSuchEntry, match="no entry 7"):
        entry(7)


@pytest.mark.django_db(transaction=True)
def test_outside_a_transaction_nothing_is_recorded(lamp_lit: type[Event]) -> None:
    with pytest.raises(OutsideTransaction):
        record(lamp_lit(subject="lamp:1"), actor=SYSTEM)
    assert entries_about("lamp:1") == []


@pytest.mark.django_db(transaction=True)
def test_many_at_once_leave_no_gap(light: Light) -> None:
    def burst(number: int) -> None:
        try:
            for step in range(5):
                with transaction.atomic():
                    light(f"lamp:{number}", hours=(step,))
                    transaction.set_rollback(step == 3)
        finally:
            connection.close()

    with ThreadPoolExecutor(6) as pool:
        list(pool.map(burst, range(6)))
    report = verify_chain()
    assert (report.whole, report.entries) == (True, 24)
    assert [found.sequence for found in reversed(latest(50))] == list(range(1, 25))


@pytest.mark.django_db
@settings(max_examples=40, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(payload=some.dictionaries(TEXT, JSON, max_size=4))
def test_whatever_json_is_recorded_survives_the_database(payload: dict[str, Any], light: Light) -> None:
    """Braces in keys, numbers beyond 64 bits, any script: what comes back has the digest that went in."""
    written = light(room=payload)
    assert entry(written.sequence) == written
    assert digest_of(entry(written.sequence)) == written.digest
