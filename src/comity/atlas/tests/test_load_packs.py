"""Packs are loaded into the node whole, recorded, and left alone when nothing changed."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from comity.atlas.actions.load_packs import load_packs
from comity.atlas.models import LoadedPack
from comity.atlas.queries import snapshot as snapshots
from comity.atlas.queries.folder import folder_snapshot
from comity.atlas.queries.packs import current_packs
from comity.atlas.queries.snapshot import node_snapshot
from comity.ledger.queries.entries import entries_about
from comity.ledger.rules.actor import SYSTEM
from comity.packkit.problem import PackProblems

pytestmark = pytest.mark.django_db
PACKS = Path(__file__).parents[4] / "packs"


def test_the_node_s_snapshot_is_the_folder_s(django_assert_max_num_queries):
    digest = load_packs(PACKS, actor=SYSTEM)
    assert node_snapshot().digest == digest == folder_snapshot(PACKS).digest
    assert node_snapshot().countries == folder_snapshot(PACKS).countries
    with django_assert_max_num_queries(1):
        node_snapshot()


def test_loading_again_changes_nothing():
    load_packs(PACKS, actor=SYSTEM)
    load_packs(PACKS, actor=SYSTEM)
    assert len(entries_about("atlas:packs")) == 1


def test_a_changed_pack_gets_a_new_version_and_the_old_one_stays(tmp_path):
    load_packs(PACKS, actor=SYSTEM)
    copy = Path(shutil.copytree(PACKS, tmp_path / "packs"))
    file = copy / "countries/ge/country.yaml"
    file.write_text(file.read_text().replace("name: Georgia", "name: Sakartvelo"))
    load_packs(copy, actor=SYSTEM)
    assert LoadedPack.objects.filter(name="countries/ge").count() == 2
    assert node_snapshot().countries["GE"].country.name == "Sakartvelo"
    assert list(entries_about("atlas:packs")[-1].payload["packs"]) == ["countries/ge"]


def test_a_pack_never_loads_half(tmp_path):
    load_packs(PACKS, actor=SYSTEM)
    before = current_packs()
    copy = Path(shutil.copytree(PACKS, tmp_path / "packs"))
    good, bad = copy / "countries/ge/country.yaml", copy / "countries/ua/country.yaml"
    good.write_text(good.read_text().replace("name: Georgia", "name: Sakartvelo"))
    bad.write_text("code: UA\n")
    with pytest.raises(PackProblems):
        load_packs(copy, actor=SYSTEM)
    assert current_packs() == before


def test_a_removed_pack_is_no_longer_current(tmp_path):
    load_packs(PACKS, actor=SYSTEM)
    copy = Path(shutil.copytree(PACKS, tmp_path / "packs"))
    shutil.rmtree(copy / "countries/by")
    load_packs(copy, actor=SYSTEM)
    assert "BY" not in node_snapshot().countries


def test_packs_replaced_while_a_snapshot_is_made_do_not_empty_it(tmp_path, monkeypatch):
    load_packs(PACKS, actor=SYSTEM)
    copy = Path(shutil.copytree(PACKS, tmp_path / "packs"))
    file = copy / "countries/ge/country.yaml"
    file.write_text(file.read_text().replace("name: Georgia", "name: Sakartvelo"))
    assemble = snapshots._assembled.__wrapped__

    def replaced_meanwhile(pinned):
        load_packs(copy, actor=SYSTEM)
        return assemble(pinned)

    monkeypatch.setattr(snapshots, "_assembled", replaced_meanwhile)
    assert node_snapshot().countries["GE"].country.name == "Georgia"


def test_only_the_pack_that_changed_is_read_again(tmp_path, monkeypatch):
    load_packs(PACKS, actor=SYSTEM)
    snapshots._assembled.cache_clear()
    before = node_snapshot()
    copy = Path(shutil.copytree(PACKS, tmp_path / "packs"))
    file = copy / "countries/ge/country.yaml"
    file.write_text(file.read_text().replace("name: Georgia", "name: Iberia"))
    load_packs(copy, actor=SYSTEM)
    read, content = [], snapshots._content
    monkeypatch.setattr(snapshots, "_content", lambda row: (read.append(row.name), content(row))[1])
    after = node_snapshot()
    assert read == ["countries/ge"]
    assert after.countries["UA"] is before.countries["UA"]
    assert after.countries["GE"].country.name == "Iberia"
