"""Recording: the chain, the lock, the transaction, and what is refused."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

import pytest
from django.db import transaction

from comity.ledger.actions.record import OutsideTransaction, record
from comity.ledger.queries.entries import entries_about, entry
from comity.ledger.rules.actor import SYSTEM, Actor
from comity.ledger.rules.entry import NOTHING_BEFORE, digest_of
from comity.ledger.rules.event import Event

CLERK = Actor("user:7", "Drafter, Georgia")


@dataclass(frozen=True, kw_only=True)
class LampLit(Event):
    name: ClassVar[str] = "lamp-lit"
    room: str = "north"
    hours: tuple[int, ...] = (20, 21)


@pytest.mark.django_db
def test_entries_follow_each_other() -> None:
    first = record(LampLit(subject="lamp:1"), actor=CLERK)
    second = record(LampLit(subject="lamp:2", room="ჩრდილოეთი"), actor=SYSTEM)
    assert (first.sequence, first.previous) == (1, NOTHING_BEFORE)
    assert (second.sequence, second.previous) == (2, first.digest)


@pytest.mark.django_db
def test_an_entry_reads_back_as_it_was_written() -> None:
    written = record(LampLit(subject="lamp:1", room="a “b” \\ \n é 🕯"), actor=CLERK)
    assert entries_about("lamp:1", "lamp:2") == [written]
    assert entry(written.sequence) == written
    assert digest_of(written) == written.digest
    assert written.payload == {"room": "a “b” \\ \n é 🕯", "hours": [20, 21]}


@pytest.mark.django_db
def test_what_is_rolled_back_leaves_no_entry_and_no_gap() -> None:
    with transaction.atomic():
        record(LampLit(subject="lamp:1"), actor=CLERK)
        transaction.set_rollback(True)
    assert record(LampLit(subject="lamp:1"), actor=CLERK).sequence == 1


@pytest.mark.django_db(transaction=True)
def test_outside_a_transaction_nothing_is_recorded() -> None:
    with pytest.raises(OutsideTransaction):
        record(LampLit(subject="lamp:1"), actor=CLERK)
    assert entries_about("lamp:1") == []
