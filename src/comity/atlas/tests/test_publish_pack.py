"""One pack is replaced by a sound version of it, or by nothing; what was edited here outlives a release."""

from __future__ import annotations

import shutil
from copy import deepcopy
from pathlib import Path
from typing import Any

import pytest

from comity.atlas.actions.load_packs import load_packs
from comity.atlas.actions.publish_pack import ReplacedMeanwhile, publish_pack
from comity.atlas.models import LoadedPack, Origin, PackOffer
from comity.atlas.queries.snapshot import node_snapshot
from comity.atlas.queries.soundness import Unsound
from comity.atlas.tests.law import load_law
from comity.ledger.queries.entries import entries_about
from comity.ledger.rules.actor import SYSTEM

pytestmark = pytest.mark.django_db
PACKS = Path(__file__).parents[4] / "packs"
GEORGIA = "countries/ge"


@pytest.fixture(autouse=True)
def _law(db: None, monkeypatch: pytest.MonkeyPatch) -> None:
    load_law(monkeypatch)
    monkeypatch.undo()  # later releases are read from their files


def _now() -> LoadedPack:
    return LoadedPack.objects.get(name=GEORGIA, current=True)


def _renamed(name: str) -> dict[str, Any]:
    content = deepcopy(_now().content)
    content["country"]["name"] = name
    return content


def _publish(content: dict[str, Any], *, on: str = "") -> str:
    return publish_pack(
        GEORGIA,
        content,
        on=on or _now().digest,
        origin=Origin.EDITED,
        came_from="user:editor",
        why="The name in the language of the country.",
        actor=SYSTEM,
    )


def _release(tmp_path: Path, name: str) -> None:
    copy = Path(shutil.copytree(PACKS, tmp_path / name, dirs_exist_ok=True))
    file = copy / GEORGIA / "country.yaml"
    file.write_text(file.read_text().replace("name: Georgia", f"name: {name}"))
    load_packs(copy, actor=SYSTEM)


def test_the_new_version_is_what_the_node_works_with_and_the_old_one_stays():
    before = _now()
    digest = _publish(_renamed("Sakartvelo"))
    assert node_snapshot().countries["GE"].country.name == "Sakartvelo"
    now = _now()
    expected = (digest, before.digest, before.version + 1, Origin.EDITED)
    assert (now.digest, now.follows, now.version, now.origin) == expected
    assert LoadedPack.objects.get(pk=before.pk).content == before.content
    (entry,) = entries_about(f"pack:{GEORGIA}")
    assert entry.payload["follows"] == before.digest


def test_what_says_the_same_makes_no_version():
    before = _now()
    assert _publish(deepcopy(before.content)) == before.digest
    assert _now().pk == before.pk


def test_a_change_on_what_has_been_replaced_is_refused():
    old = _now().digest
    _publish(_renamed("Sakartvelo"))
    with pytest.raises(ReplacedMeanwhile, match="has changed since"):
        _publish(_renamed("Gruziya"), on=old)
    assert _now().content["country"]["name"] == "Sakartvelo"


@pytest.mark.parametrize(
    ("spoil", "says"),
    [
        (lambda c: c["powers"]["16"][0].pop("source"), "must be given"),
        (lambda c: c["powers"]["16"][0].update(source="hearsay"), "“hearsay” is not a source"),
        (lambda c: c["powers"]["16"].append({**c["powers"]["16"][0], "value": "full"}), "contradicts an earlier fact"),
        (lambda c: c["authorities"].pop(), "must hold at least 6"),
        (lambda c: c["country"].update(name="write to somebody@example.org"), "e-mail address"),
    ],
)
def test_what_may_not_stand_is_refused_with_its_reason(spoil, says):
    before = _now()
    content = deepcopy(before.content)
    spoil(content)
    with pytest.raises(Unsound, match=says):
        _publish(content)
    assert _now().digest == before.digest


def test_a_release_does_not_replace_what_was_edited_here(tmp_path):
    shipped = _now().digest
    _publish(_renamed("Sakartvelo"))
    load_packs(PACKS, actor=SYSTEM)
    assert _now().content["country"]["name"] == "Sakartvelo"
    assert not PackOffer.objects.exists(), "The release says nothing new."
    _release(tmp_path, "Iveria")
    load_packs(PACKS, actor=SYSTEM)
    assert _now().content["country"]["name"] == "Sakartvelo"
    offer = PackOffer.objects.order_by("pk").first()
    assert offer
    assert (offer.content["country"]["name"], offer.base) == ("Iveria", shipped)


def test_the_same_release_is_offered_once(tmp_path):
    _publish(_renamed("Sakartvelo"))
    _release(tmp_path / "first", "Iveria")
    _release(tmp_path / "second", "Iveria")
    assert PackOffer.objects.count() == 1
