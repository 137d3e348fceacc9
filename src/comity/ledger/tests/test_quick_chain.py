"""The quick way makes the very entries that the ordinary one makes."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta, timezone
from typing import Any, ClassVar

import pytest
from hypothesis import given
from hypothesis import strategies as st

from comity.ledger.actions.copy_entries import DoesNotFollow, copy_entries, end_of_chain
from comity.ledger.actions.set_aside_indexes import set_aside_indexes
from comity.ledger.queries.chain import verify_chain
from comity.ledger.queries.entries import latest
from comity.ledger.rules.actor import Actor
from comity.ledger.rules.entry import NOTHING_BEFORE, chained
from comity.ledger.rules.event import Event
from comity.ledger.rules.quick_chain import QuickChain

AT = datetime(2026, 3, 2, 10, 0, 0, 5, tzinfo=timezone(timedelta(hours=4)))


@dataclass(frozen=True, kw_only=True)
class Said(Event):
    name: ClassVar[str] = "said"
    words: str
    more: dict[str, Any]


TEXTS = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\x00"), max_size=20)


@given(words=TEXTS, display=TEXTS.filter(bool), subject=TEXTS.filter(bool))
def test_both_ways_make_the_same_entry(words: str, display: str, subject: str) -> None:
    event = Said(subject=f"request:{subject}", words=words, more={"b": [1, None], "a": {"ü": words}})
    actor = Actor("user:7", display)
    quick = QuickChain(4, NOTHING_BEFORE).entry(AT, actor, event)
    slow = chained(
        sequence=5,
        at=AT,
        actor_reference=actor.reference,
        actor_display=actor.display,
        name=event.name,
        subject=event.subject,
        payload=event.payload(),
        previous=NOTHING_BEFORE,
    )
    assert (quick.sequence, quick.digest) == (slow.sequence, slow.digest)


@pytest.mark.django_db
def test_what_is_copied_reads_back_whole() -> None:
    chain = QuickChain(*end_of_chain())
    words = 'tab\t line\n return\r back\\slash "quoted" Ω \\N'
    copy_entries([chain.entry(AT, Actor("user:1", words), Said(subject=f"request:{words}", words=words, more={}))])
    copy_entries([chain.entry(AT.astimezone(UTC), Actor("user:1", "b"), Said(subject="request:b", words="", more={}))])
    copy_entries([])
    assert verify_chain().whole
    assert latest(2)[1].payload["words"] == words


@pytest.mark.django_db
def test_what_does_not_follow_is_refused() -> None:
    entry = QuickChain(7, NOTHING_BEFORE).entry(AT, Actor("user:1", "a"), Said(subject="a:b", words="", more={}))
    with pytest.raises(DoesNotFollow, match="Entry 8"):
        copy_entries([entry])


@pytest.mark.django_db
def test_indexes_come_back_as_they_were() -> None:
    from django.db import connection

    def indexes() -> list[tuple[str, ...]]:
        with connection.cursor() as cursor:
            cursor.execute("SELECT indexdef FROM pg_indexes WHERE tablename = 'ledger_entry' ORDER BY 1")
            return cursor.fetchall()

    before = indexes()
    with set_aside_indexes("ledger_entry"):
        assert len(indexes()) == 1
    assert indexes() == before
