"""Closed lists: whoever refuses chooses from what the article allows, and from nothing else."""

from __future__ import annotations

from pathlib import Path

import pytest

from comity.atlas.queries.grounds import grounds, grounds_in
from comity.atlas.rules.grounds import NoSuchGrounds
from comity.atlas.rules.packs.instrument import Act
from comity.atlas.rules.snapshot import Snapshot
from comity.atlas.tests.law import repository_snapshot

PACKS = Path(__file__).parents[4] / "packs"


@pytest.fixture(scope="module")
def snapshot() -> Snapshot:
    return repository_snapshot()


@pytest.mark.parametrize(
    ("names", "ids"),
    [
        (["ets185:29(5)"], ["ets185:29(5)(a)", "ets185:29(5)(b)"]),
        (["ets185:29(5)(b)"], ["ets185:29(5)(b)"]),
        (["ets185:29(4)", "ets185:29(5)"], ["ets185:29(4)", "ets185:29(5)(a)", "ets185:29(5)(b)"]),
        (["ets185:27(4)", "ets185:27(4)(a)"], ["ets185:27(4)(a)", "ets185:27(4)(b)"]),
        (["ets185:27(5)"], ["ets185:27(5)"]),
        (["ets30:2"], ["ets30:2(a)", "ets30:2(b)"]),
        (["cets224:9(6)-declined"], ["cets224:9(6)-declined"]),
    ],
)
def test_an_article_gives_its_grounds_each_once(snapshot: Snapshot, names: list[str], ids: list[str]) -> None:
    assert [ground.id for ground in grounds_in(snapshot, names)] == ids


def test_article_2_is_not_article_29(snapshot: Snapshot) -> None:
    with pytest.raises(NoSuchGrounds, match="ets185:2”"):
        grounds_in(snapshot, ["ets185:2"])


@pytest.mark.parametrize("name", ["ets185:99", "nothing:29(5)", "29(5)", ""])
def test_unknown_grounds_are_refused_with_a_sentence(snapshot: Snapshot, name: str) -> None:
    with pytest.raises(NoSuchGrounds, match="Write for example"):
        grounds_in(snapshot, [name])


def test_a_ground_says_what_it_allows_and_how_sure_we_are(snapshot: Snapshot) -> None:
    (reserved,) = grounds_in(snapshot, ["ets185:29(4)"])
    assert reserved.reserved
    assert reserved.act is Act.REFUSE
    (postponed,) = grounds_in(snapshot, ["ets185:27(5)"])
    assert postponed.act is Act.POSTPONE
    assert postponed.label.startswith("Article 27(5): ")
    assert {ground.confidence for ground in grounds_in(snapshot, ["cets224:8(8)"])} == {"medium"}


def test_every_instrument_that_lets_a_state_refuse_says_where_that_stands(snapshot: Snapshot) -> None:
    for name, pack in snapshot.instruments.items():
        for ground in pack.instrument.grounds:
            assert ground.at, f"{name}:{ground.id}"


@pytest.mark.django_db
def test_a_node_without_packs_lists_nothing() -> None:
    with pytest.raises(NoSuchGrounds):
        grounds(["ets185:29(5)"])
