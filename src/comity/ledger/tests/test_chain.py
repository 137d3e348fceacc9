"""A ledger that somebody tampered with, guard switched off, is found out, and the first entry at fault is named."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest
from django.db import connection

from comity.ledger.queries import chain
from comity.ledger.queries.chain import verify_chain
from comity.ledger.queries.entries import entry
from comity.ledger.rules.entry import EntryView, digest_of

pytestmark = pytest.mark.django_db

Light = Callable[..., EntryView]


@pytest.fixture
def tamper(light: Light) -> Callable[..., None]:
    """Five entries, and a way to change them that the table's owner has: switching the triggers off.

    The test's own rollback switches them on again.
    """
    for number in range(5):
        light(f"lamp:{number}")

    def change(statement: str, *values: str) -> None:
        with connection.cursor() as cursor:
            cursor.execute("ALTER TABLE ledger_entry DISABLE TRIGGER USER")
            cursor.execute(statement, values or None)

    return change


def test_an_empty_ledger_is_whole() -> None:
    report = verify_chain()
    assert (report.whole, report.entries, report.head, report.problem) == (True, 0, None, "")


def test_a_whole_ledger_names_its_head(light: Light, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(chain, "_PAGE", 2)
    written = [light(f"lamp:{number}") for number in range(5)]
    report = verify_chain()
    assert (report.whole, report.entries, report.head) == (True, 5, written[-1].digest)
    assert verify_chain(written[2].digest).whole


@pytest.mark.parametrize(
    ("statement", "problem", "whole_before"),
    [
        ("UPDATE ledger_entry SET subject = 'lamp:9' WHERE sequence = 3", "Entry 3 was changed", 2),
        ('UPDATE ledger_entry SET payload = payload || \'{"room": "south"}\' WHERE sequence = 1', "Entry 1 was", 0),
        ("UPDATE ledger_entry SET payload = payload - 'room' WHERE sequence = 5", "Entry 5 was changed", 4),
        ("UPDATE ledger_entry SET at = at + interval '1 microsecond' WHERE sequence = 2", "Entry 2 was changed", 1),
        ("UPDATE ledger_entry SET at = 'infinity' WHERE sequence = 2", "after 0 was changed: it cannot be read", 0),
        ("UPDATE ledger_entry SET actor_display = 'Nobody' WHERE sequence = 4", "Entry 4 was changed", 3),
        ("UPDATE ledger_entry SET digest = repeat('a', 64) WHERE sequence = 4", "Entry 4 was changed", 3),
        ("UPDATE ledger_entry SET digest = 'none' WHERE sequence = 4", "Entry 4 was changed", 3),
        ("DELETE FROM ledger_entry WHERE sequence = 3", "Entry 3 is missing: the next one found is 4", 2),
        ("DELETE FROM ledger_entry WHERE sequence = 1", "Entry 1 is missing", 0),
    ],
)
def test_tampering_is_found(tamper: Any, statement: str, problem: str, whole_before: int) -> None:
    tamper(statement)
    report = verify_chain()
    assert not report.whole
    assert problem in report.problem
    assert report.entries == whole_before


def test_a_forger_who_hashes_anew_is_found_at_the_next_entry(tamper: Any) -> None:
    forged = replace(entry(3), subject="lamp:9")
    tamper("UPDATE ledger_entry SET subject = 'lamp:9', digest = %s WHERE sequence = 3", digest_of(forged))
    assert "Entry 4 does not follow entry 3" in verify_chain().problem


def test_entries_cut_off_at_the_end_are_found_by_who_noted_the_head(tamper: Any) -> None:
    head = verify_chain().head
    tamper("DELETE FROM ledger_entry WHERE sequence > 3")
    assert verify_chain().whole
    report = verify_chain(head)
    assert not report.whole
    assert "cut off" in report.problem
