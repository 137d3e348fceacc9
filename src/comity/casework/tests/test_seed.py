"""A made-up past holds together: its chain is whole, its states are those of its stories, one seed gives one past."""

from __future__ import annotations

import json
from collections import Counter
from datetime import UTC, datetime, timedelta

import pytest
from django.db import connection

from comity.casework.actions.seed_requests import NotForSeeding, seed_requests
from comity.casework.models import Case, ReferenceCounter, Request, RequestIdentifier
from comity.casework.rules.direction import Direction
from comity.casework.rules.made_up.ledger import PastLedger
from comity.casework.rules.made_up.node import Past
from comity.casework.rules.made_up.step import Hand
from comity.casework.rules.transitions import State
from comity.kernel.digest import Digest
from comity.ledger.queries.chain import verify_chain
from comity.ledger.queries.entries import entries_about
from comity.ledger.rules.actor import SYSTEM

NOW = datetime(2026, 3, 2, 10, tzinfo=UTC)


def past(seed: int, count: int = 300) -> list[tuple[str, str, int]]:
    told = Past(seed=seed, country="GE", prefix="GE", references=Counter())
    return [
        (one.made.reference, one.made.kind, len(one.told))
        for one in told.requests(count, NOW - timedelta(days=1000), NOW)
    ]


def test_one_seed_gives_one_past() -> None:
    assert past(1) == past(1)
    assert past(1) != past(2)


def test_nothing_happens_after_now() -> None:
    told = Past(seed=1, country="GE", prefix="GE", references=Counter())
    for one in told.requests(500, NOW - timedelta(days=30), NOW):
        assert all(step.at <= NOW for step in one.told)
        assert [step.at for step in one.told] == sorted(step.at for step in one.told)


def test_a_made_up_extension_preserves_and_decides_nothing_as_a_real_one() -> None:
    told = Past(seed=1, country="GE", prefix="GE", references=Counter())
    ledger = PastLedger((0, Digest.of(b"")))
    for one in told.requests(2000, NOW - timedelta(days=1000), NOW):
        ledger.tell(one, dict.fromkeys(Hand, SYSTEM))
    moved = [json.loads(entry.payload) for entry in ledger.until(None) if entry.name == "follow-up-moved"]
    by_kind = Counter((move["kind"], move["what"]) for move in moved)
    assert by_kind["extension", "preserved"] > by_kind["extension", "decided"] > 0  # refused, or in part
    assert by_kind["mla-subscriber", "decided"]
    assert not by_kind["mla-subscriber", "preserved"]
    assert not [move for move in moved if not move["what"]]


def test_a_made_up_request_is_refused_and_postponed_on_grounds_of_its_own_kind_only() -> None:
    told = Past(seed=1, country="GE", prefix="GE", references=Counter())
    cited: dict[str, set[str]] = {}
    for one in told.requests(4000, NOW - timedelta(days=1000), NOW):
        for step in one.told:
            if step.state in {State.REFUSED, State.POSTPONED}:
                cited.setdefault(f"{one.made.kind} {step.state}", set()).add(step.event.said.get("ground", ""))
    assert cited["preservation refused"] == {"ets185:29(5)(a)", "ets185:29(5)(b)"}
    assert cited["mla-subscriber refused"] >= {"ets185:25(5)", "ets185:27(4)(a)"}
    assert cited["emergency-disclosure refused"] == {"cets224:9(6)-declined"}
    assert cited["order-to-give-effect refused"] <= {f"cets224:8(8)-{of}" for of in ("25(4)", "27(4)(a)", "27(4)(b)")}
    assert cited["provider-preservation refused"] == {""}  # a provider rests on no article
    assert cited["mla-subscriber postponed"] == {"ets185:27(5)"}
    assert "preservation postponed" not in cited  # no article allows it


@pytest.mark.django_db
def test_a_seeded_database_holds_together(frozen_clock) -> None:
    frozen_clock(NOW)
    seed_requests(600, years=2)
    assert Request.objects.count() == 600
    assert verify_chain().whole
    states = Counter(Request.objects.values_list("state", flat=True))
    assert {State.EXECUTED, State.SENT, State.ACKNOWLEDGED, State.REFUSED} <= set(states)
    assert set(Request.objects.values_list("direction", flat=True)) == set(Direction)
    assert RequestIdentifier.objects.count() >= 600
    assert Request.objects.exclude(follows=None).exists()
    sent = Request.objects.filter(state=State.SENT).first()
    assert entries_about(f"request:{sent.reference}")[-1].name == "request-sent"
    last = ReferenceCounter.objects.get(prefix="GE", year=2026).last
    assert Request.objects.filter(reference=f"GE-2026-{last:05d}").exists()


@pytest.mark.django_db
def test_indexes_and_keys_are_back_afterwards() -> None:
    def made() -> list[tuple[str, ...]]:
        with connection.cursor() as cursor:
            cursor.execute(
                "SELECT indexname FROM pg_indexes WHERE tablename LIKE 'casework%' UNION "
                "SELECT conname FROM pg_constraint WHERE conrelid = 'casework_request'::regclass ORDER BY 1"
            )
            return cursor.fetchall()

    before = made()
    seed_requests(20)
    assert made() == before


@pytest.mark.django_db
def test_what_has_cases_is_refused_unless_it_is_named() -> None:
    seed_requests(20)
    with pytest.raises(NotForSeeding, match="has cases already"):
        seed_requests(20)
    with pytest.raises(NotForSeeding, match="not “other”"):
        seed_requests(20, onto="other")
    name = connection.settings_dict["NAME"]
    seed_requests(20, onto=name)
    assert Case.objects.exists()
    assert Request.objects.count() == 40
    assert verify_chain().whole
