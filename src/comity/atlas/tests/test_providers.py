"""Provider packs and the glossary: whole, honest about what was read, and checked across packs."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from comity.atlas.queries.folder import folder_packs
from comity.atlas.rules.packs.provider import Asked
from comity.atlas.rules.snapshot import Snapshot
from comity.atlas.tests.law import repository_snapshot
from comity.kernel.confidence import Confidence
from comity.packkit.problem import PackProblems

PACKS = Path(__file__).parents[4] / "packs"
READ = {"meta", "x", "tiktok", "snap", "reddit", "linkedin", "pinterest", "github", "automattic", "discord"}
"""Providers whose own page, or a copy of it, was read."""
NEEDED = ("sources", "channels", "instruments", "glossary", "providers/snap")
"""The packs that those with a fault refer to: checking all others as well would take longer and find nothing."""


@pytest.fixture(scope="module")
def snapshot() -> Snapshot:
    return repository_snapshot()


def test_there_are_enough_providers_and_each_says_what_it_takes(snapshot):
    providers = snapshot.providers
    assert len(providers) >= 25
    for provider in providers.values():
        assert provider.entities, provider.id
        assert set(provider.accepts) >= {Asked.SUBSCRIBER}, provider.id


def test_what_rests_on_memory_is_never_high(snapshot):
    for provider in snapshot.providers.values():
        facts = [*provider.entities, *provider.services, *provider.portal, *provider.emergency, *provider.notice]
        facts += [fact for found in provider.accepts.values() for fact in found]
        assert all(fact.confidence is not Confidence.HIGH for fact in facts if fact.source == "practice"), provider.id
        if provider.id in READ:
            assert any(fact.confidence is Confidence.HIGH for fact in facts), provider.id


def test_the_glossary_has_enough_terms_and_the_main_ones_their_articles(snapshot):
    glossary = snapshot.glossary
    assert len(glossary) >= 60
    assert glossary["subscriber-information"].defined_by == ("ets185:18(3)",)
    assert sum(bool(term.defined_by) for term in glossary.values()) > len(glossary) / 2


@pytest.mark.parametrize(
    ("file", "old", "new", "sentence"),
    [
        ("providers/snap/provider.yaml", "    source: snap-guide\n", "", "is missing"),
        ("providers/snap/provider.yaml", "source: snap-guide", "source: hearsay", "“hearsay” is not a source"),
        ("providers/snap/provider.yaml", "id: snap\n", "id: snapchat\n", "and the id “snapchat” differ"),
        ("providers/snap/provider.yaml", "value: https://less.snapchat.com\n", "value: by post\n", "of a page"),
        (
            "providers/snap/provider.yaml",
            "value: https://less.snapchat.com\n",
            "value: a@b.example\n",
            "no contact data",
        ),
        ("providers/snap/provider.yaml", "value: [emergency-form]", "value: []", "Leave out what is not known"),
        ("providers/snap/pack.yaml", "accepts: 5", "accepts: 6", "at least 6"),
        ("glossary/glossary.yaml", "see: [computer-data]", "see: [nothing]", "is no term of this glossary"),
        ("glossary/glossary.yaml", '"ets185:18(3)"', '"ets185:99"', "is no article of a pack"),
        ("glossary/glossary.yaml", "term: Computer data", "term: Computer system", "a second time"),
        ("glossary/pack.yaml", "terms: 91", "terms: 92", "at least 92"),
    ],
)
def test_a_fault_is_named_with_its_file(tmp_path, file, old, new, sentence):
    copy = tmp_path / "packs"
    for needed in NEEDED:
        shutil.copytree(PACKS / needed, copy / needed)
    text = (copy / file).read_text()
    assert old in text
    (copy / file).write_text(text.replace(old, new, 1))
    with pytest.raises(PackProblems) as caught:
        folder_packs(copy)
    assert any(sentence in problem.sentence for problem in caught.value.problems), str(caught.value)
    assert {problem.file.parent for problem in caught.value.problems} == {(copy / file).parent}
