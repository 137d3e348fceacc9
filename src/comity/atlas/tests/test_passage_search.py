"""Passages are in step with the packs that are current, and found by their words."""

from __future__ import annotations

import shutil
from copy import deepcopy
from datetime import date
from pathlib import Path

import pytest
from django.db import transaction

from comity.atlas.actions.index_passages import index_passages
from comity.atlas.actions.load_packs import load_packs
from comity.atlas.actions.publish_pack import publish_pack
from comity.atlas.models import LoadedPack, Origin, Passage
from comity.atlas.queries.passage_search import MOST_READ, OF_EACH, search
from comity.atlas.queries.snapshot import node_snapshot
from comity.atlas.rules.passage_sort import Sort
from comity.atlas.rules.passages import passages
from comity.atlas.tests.law import load_law
from comity.ledger.rules.actor import SYSTEM

pytestmark = pytest.mark.django_db
PACKS = Path(__file__).parents[4] / "packs"
DAY = date(2026, 3, 2)


@pytest.fixture(autouse=True)
def _law(db, monkeypatch):
    load_law(monkeypatch)
    monkeypatch.undo()


def found(text: str, **narrowed):
    return search(text, node_snapshot().sources, DAY, **narrowed)


def titles(text: str) -> list[str]:
    return ["".join(piece.text for piece in hit.title) for group in found(text).groups for hit in group.hits]


def in_step() -> bool:
    kept = set(Passage.objects.values_list("pack__name", "pack__digest", "place", "text"))
    said = {
        (pack.name, pack.digest, one.place, one.text)
        for pack in LoadedPack.objects.filter(current=True)
        for one in passages(pack.kind, pack.content)
    }
    return kept == said


def test_what_was_loaded_is_kept_passage_by_passage():
    assert in_step()
    assert Passage.objects.count() > 1000


def test_what_is_published_is_found_at_once_and_what_it_replaced_no_longer():
    row = LoadedPack.objects.get(name="countries/ge", current=True)
    content = deepcopy(row.content)
    content["country"]["name"] = "Sakartvelo"
    content["authorities"][0]["name"] = "Directorate of Lanterns"
    values = {"origin": Origin.EDITED, "came_from": "", "why": "Renamed.", "actor": SYSTEM}
    with transaction.atomic():
        publish_pack("countries/ge", content, on=row.digest, **values)
        assert titles("lanterns")
        transaction.set_rollback(True)
    assert not titles("lanterns")
    publish_pack("countries/ge", content, on=row.digest, **values)
    assert in_step()
    assert titles("sakartvelo")[0] == "Sakartvelo"


def test_a_removed_pack_is_found_no_longer(tmp_path):
    copy = Path(shutil.copytree(PACKS, tmp_path / "packs"))
    shutil.rmtree(copy / "countries/by")
    load_packs(copy, actor=SYSTEM)
    assert in_step()


def test_passages_that_earlier_rules_made_are_made_anew():
    Passage.objects.update(edition=0, text="as it was once")
    index_passages()
    assert in_step()


@pytest.mark.parametrize(
    ("asked", "expected"),
    [
        ("Georgia", "Georgia"),
        ("geor", "Georgia"),
        ("ukraine article 16", "Ukraine: Article 16, preservation of stored computer data"),
        ("24/7 armenia", "National Police: 24/7 point of contact"),
        ("emergency 3(2)(c)", "Second Additional Protocol, Article 3(2)(c): Emergency"),
        ("UKRAÏNE", "Ukraine"),
    ],
)
def test_facts_are_found_by_words_and_the_best_first(asked, expected):
    assert expected in titles(asked)[:OF_EACH]


@pytest.mark.parametrize("asked", ["", "   ", "\x00", "!!!", "brewery", "'; DROP TABLE atlas_passage; --", "a" * 5000])
def test_what_is_not_there_is_not_found(asked):
    assert found(asked).groups == ()


def test_of_each_sort_the_best_and_of_one_sort_page_by_page():
    parties = next(group for group in found("convention").groups if group.sort is Sort.PARTY)
    assert (len(parties.hits), parties.more) == (OF_EACH, True)
    first, second = (found("convention", sort=Sort.PARTY, page=page).groups[0] for page in (1, 2))
    assert (len(first.hits), first.count) == (25, parties.count)
    assert not {(hit.pack, hit.place) for hit in first.hits} & {(hit.pack, hit.place) for hit in second.hits}
    assert found("convention", sort=Sort.PARTY, page=10_000).groups == ()


def test_no_more_is_read_than_can_be_compared(monkeypatch, django_assert_num_queries):
    monkeypatch.setattr("comity.atlas.queries.passage_search.MOST_READ", 10)
    sources = node_snapshot().sources
    with django_assert_num_queries(1):
        answer = search("convention", sources, DAY)
    assert (answer.count, answer.partly) == (10, True)
    assert MOST_READ > 10


def test_a_fact_that_is_found_has_its_source_and_its_age():
    (power,) = [hit for group in found("ukraine article 17").groups for hit in group.hits if hit.place == "powers.17.0"]
    assert power.fact is not None
    assert power.fact.source.startswith("Cybercrime@EAP")
    assert (power.fact.age, power.fact.confidence, power.fact.observed) == ("stale", "medium", date(2017, 6, 16))
    assert [piece.text for piece in power.title if piece.marked] == ["Ukraine", "Article", "17"]
