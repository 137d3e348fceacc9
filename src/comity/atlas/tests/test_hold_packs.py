"""Two packs published at once are judged one after the other, each beside what the other made."""

from __future__ import annotations

from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from copy import deepcopy
from pathlib import Path
from typing import Any

import pytest
from django.db import connection, connections, transaction

from comity.atlas.actions.hold_packs import hold_packs
from comity.atlas.actions.load_packs import load_packs
from comity.atlas.actions.publish_pack import publish_pack
from comity.atlas.models import LoadedPack, Origin
from comity.atlas.queries.soundness import Unsound
from comity.ledger.rules.actor import SYSTEM

pytestmark = pytest.mark.django_db(transaction=True)
PACKS = Path(__file__).parents[4] / "packs"


@pytest.fixture
def apart() -> Iterator[ThreadPoolExecutor]:
    with ThreadPoolExecutor(1) as threads:
        yield threads
        threads.submit(connections.close_all).result()


def _publish(name: str, content: dict[str, Any]) -> str:
    on = LoadedPack.objects.get(name=name, current=True).digest
    why = "Two editors at once."
    return publish_pack(name, content, on=on, origin=Origin.EDITED, came_from="user:e", why=why, actor=SYSTEM)


def _content(name: str) -> dict[str, Any]:
    return deepcopy(LoadedPack.objects.get(name=name, current=True).content)


_WAITING = """
SELECT count(*) FROM pg_locks JOIN pg_database ON pg_database.oid = pg_locks.database
WHERE locktype = 'advisory' AND NOT granted AND datname = current_database()
"""
"""Tests that run beside this one wait in databases of the same server."""


def _waits_for_the_lock() -> bool:
    with connection.cursor() as cursor:
        cursor.execute(_WAITING)
        return bool(cursor.fetchone()[0])


def test_a_fact_cannot_come_to_rest_on_what_another_removes_at_the_same_time(apart: ThreadPoolExecutor) -> None:
    """One removes a source that nothing cites yet; another cites it. Each alone is sound, together they are not."""
    load_packs(PACKS, actor=SYSTEM)
    sources = _content("sources")
    sources["sources"]["gazette"] = {"title": "Gazette", "type": "official", "address": ""}
    _publish("sources", sources)
    before, country = _content("countries/ge"), _content("countries/ge")
    country["powers"]["16"][0]["source"] = "gazette"
    del sources["sources"]["gazette"]
    with transaction.atomic():
        _publish("sources", sources)
        citing = apart.submit(_publish, "countries/ge", country)
        while not _waits_for_the_lock():
            assert not citing.done(), "It did not wait, and was judged beside what is being replaced."
    with pytest.raises(Unsound, match="“gazette” is not a source"):
        citing.result(30)
    assert _content("countries/ge") == before


def test_a_release_waits_as_well(apart: ThreadPoolExecutor) -> None:
    with transaction.atomic():
        hold_packs()
        loading = apart.submit(load_packs, PACKS, actor=SYSTEM)
        while not _waits_for_the_lock():
            assert not loading.done()
        assert not LoadedPack.objects.exists()
    loading.result(60)
    assert LoadedPack.objects.filter(name="countries/ge", current=True).exists()
