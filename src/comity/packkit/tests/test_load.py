"""Packs load all together or not at all, and each problem names file, line and fact."""

from __future__ import annotations

from pathlib import Path

import pytest
from pydantic import BaseModel, ConfigDict

from comity.packkit.explain import explain
from comity.packkit.fingerprint import fingerprint
from comity.packkit.kind import Fault, PackKind
from comity.packkit.load import load_packs
from comity.packkit.problem import PackProblems


class Fruit(BaseModel):
    model_config = ConfigDict(extra="forbid")
    name: str
    seeds: int


class Basket(BaseModel):
    model_config = ConfigDict(extra="forbid")
    fruits: tuple[Fruit, ...]


def no_pears(contents):
    for name, basket in contents.items():
        for number, fruit in enumerate(basket.fruits):
            if fruit.name == "pear":
                yield Fault(name, ("fruits", number, "name"), "Pears are not sold here.")


BASKET = PackKind("basket", Basket, count=lambda content: {"fruits": len(content.fruits)}, check=no_pears)


@pytest.fixture
def packs(tmp_path: Path):
    def _packs(**baskets: str) -> Path:
        for name, fruits in baskets.items():
            folder = tmp_path / name
            folder.mkdir()
            label = "kind: basket\ntitle: A basket\nversion: 1\nfloors: {fruits: 1}\n"
            (folder / "pack.yaml").write_text(label)
            (folder / "fruits.yaml").write_text(fruits)
        return tmp_path

    return _packs


def problems(root: Path) -> list[tuple[str, int, str, str]]:
    with pytest.raises(PackProblems) as caught:
        load_packs(root, [BASKET])
    return [(p.file.name, p.line, p.fact, p.sentence) for p in caught.value.problems]


def test_sound_packs_load(packs):
    (pack,) = load_packs(packs(one="- name: apple\n  seeds: 5\n"), [BASKET])
    assert (pack.name, pack.content.fruits[0].seeds) == ("one", 5)


def test_wrong_value_names_file_line_and_fact(packs):
    root = packs(one="- name: apple\n  seeds: many\n", two="- name: plum\n  seed: 1\n")
    found = problems(root)
    assert found[0][:3] == ("fruits.yaml", 2, "0.seeds")
    assert {fact for _, _, fact, _ in found[1:]} == {"0.seeds", "0.seed"}
    assert any("spelling" in sentence for *_, sentence in found)


def test_a_lost_fact_stops_the_release(packs):
    assert "at least 1" in problems(packs(one="[]\n"))[0][3]


def test_checks_across_packs_name_the_line(packs):
    root = packs(one="- name: apple\n  seeds: 5\n- name: pear\n  seeds: 8\n")
    assert problems(root) == [("fruits.yaml", 3, "1.name", "Pears are not sold here.")]


def test_unknown_kind(packs):
    root = packs(one="[]")
    (root / "one" / "pack.yaml").write_text("kind: crate\ntitle: A crate\nversion: 1\n")
    assert "not a kind of pack" in problems(root)[0][3]


def test_an_empty_folder_is_no_pack(tmp_path):
    assert "No pack here" in problems(tmp_path)[0][3]


def test_digest_depends_on_facts_and_not_on_layout(packs):
    root = packs(one="- name: apple\n  seeds: 5\n")
    before = load_packs(root, [BASKET])[0].digest
    (root / "one" / "fruits.yaml").write_text("# five\n- {seeds: 5, name: apple}\n")
    assert load_packs(root, [BASKET])[0].digest == before
    (root / "one" / "fruits.yaml").write_text("- {seeds: 6, name: apple}\n")
    assert load_packs(root, [BASKET])[0].digest != before


def test_fingerprint_ignores_order(packs):
    loaded = load_packs(packs(one="- {seeds: 5, name: apple}\n", two="- {seeds: 1, name: plum}\n"), [BASKET])
    pairs = [(pack.name, pack.digest) for pack in loaded]
    assert fingerprint(pairs) == fingerprint(reversed(pairs))


def test_explain_names_the_place(packs):
    loaded = load_packs(packs(one="- name: apple\n  seeds: 5\n"), [BASKET])
    found = explain(loaded, "one/fruits.0.seeds")
    assert (found.value, found.line) == (5, 2)


@pytest.mark.parametrize("path", ["two/fruits.0", "one/nuts.0", "one/fruits.7", "one/fruits.0.name.x"])
def test_explain_says_how_far_a_path_leads(packs, path):
    loaded = load_packs(packs(one="- name: apple\n  seeds: 5\n"), [BASKET])
    with pytest.raises(LookupError, match=r"there is|none of them|No pack"):
        explain(loaded, path)
