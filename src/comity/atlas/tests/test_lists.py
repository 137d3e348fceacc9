"""Recommendations and priorities: complete, as adopted, and with indicators that look at something."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from comity.atlas.queries.folder import folder_packs
from comity.atlas.rules.snapshot import Snapshot
from comity.atlas.tests.law import repository_snapshot
from comity.packkit.problem import PackProblems

PACKS = Path(__file__).parents[4] / "packs"
SLIDE_11 = (
    "Cybercrime policies and strategies",
    "A complete and effective legal basis for criminal justice action",
    "Specialised cybercrime units",
    "Law enforcement training",
    "Judicial training",
    "Financial investigations and prevention and control of fraud and money laundering on the Internet",
    "Cooperation between law enforcement and Internet service providers",
    "More efficient regional and international cooperation",
)
NEEDED = ("sources", "channels", "instruments", "assessments", "priorities")
"""The packs that priorities refer to: checking all others as well would take longer and find nothing."""


@pytest.fixture(scope="module")
def snapshot() -> Snapshot:
    return repository_snapshot()


def test_the_priorities_are_worded_as_on_slide_11_and_each_can_be_seen(snapshot):
    priorities = snapshot.priorities["kyiv-2014"].priorities
    assert tuple(priority.name for priority in priorities) == SLIDE_11
    assert [priority.number for priority in priorities] == list(range(1, 9))
    assert all(len(priority.indicators) >= 3 for priority in priorities)


@pytest.mark.parametrize(
    ("name", "numbers"),
    [
        ("tcy-mla-2014", 24),
        ("tcy-cloud-2016", 5),
        ("tcy-preservation-2012", 10),
        ("eap-ii", 9),
        ("eap-iii", 9),
        ("eap-2018", 7),
    ],
)
def test_each_list_of_recommendations_is_whole(snapshot, name, numbers):
    found = snapshot.recommendations[name].recommendations
    assert [recommendation.number for recommendation in found] == [str(n) for n in range(1, numbers + 1)]


def test_what_was_not_read_in_the_report_is_never_high(snapshot):
    lists = snapshot.recommendations
    remembered = [r for name in lists if name.startswith("tcy-") for r in lists[name].recommendations]
    assert {r.confidence.value for r in remembered} == {"medium", "low"}
    assert all("From memory" in r.note for r in remembered)


@pytest.mark.parametrize(
    ("old", "new", "sentence"),
    [
        ("target: strategies.reviewed", "target: strategies.nothing", "the questions of any questionnaire"),
        ("target: cets224", "target: cets225", "the instruments"),
        ("target: '19'", "target: '99'", "the Convention's powers"),
        ("target: police-cooperation", "target: police", "what authorities are competent for"),
        ("target: cybercrime-units", "target: cyber", "the topics of the overview"),
        ("id: convention\n", "id: strategy-adopted\n", "a second time"),
    ],
)
def test_an_indicator_that_looks_at_nothing_is_named(tmp_path, old, new, sentence):
    copy = tmp_path / "packs"
    for needed in NEEDED:
        shutil.copytree(PACKS / needed, copy / needed)
    file = copy / "priorities/kyiv-2014/priorities.yaml"
    assert old in file.read_text()
    file.write_text(file.read_text().replace(old, new, 1))
    with pytest.raises(PackProblems) as caught:
        folder_packs(copy)
    assert [p.file for p in caught.value.problems if sentence in p.sentence] == [file], str(caught.value)
