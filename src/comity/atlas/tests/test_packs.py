"""The atlas's packs are sound, and what would make them unsound is found and named by file, line and fact."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from comity.atlas.queries.folder import folder_packs
from comity.atlas.rules.packs.country import Topic
from comity.atlas.tests.law import repository_snapshot
from comity.packkit.problem import PackProblems

PACKS = Path(__file__).parents[4] / "packs"
SIX = ("am", "az", "by", "ge", "md", "ua")


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    return Path(shutil.copytree(PACKS, tmp_path / "packs"))


def append(copy: Path, file: str, text: str) -> None:
    with (copy / file).open("a") as stream:
        stream.write(text)


def test_the_packs_are_sound():
    names = {pack.name for pack in folder_packs(PACKS)}
    assert {f"countries/{code}" for code in SIX} <= names


CITED = "source: deck-2017, checked: 2026-11-24, confidence: high"


@pytest.mark.parametrize(
    ("file", "text", "fact", "sentence"),
    [
        (
            "countries/ge/powers.yaml",
            f'"99":\n  - {{value: full, {CITED}}}\n',
            "99",
            "“99” is not among the Convention's powers",
        ),
        (
            "countries/ge/powers.yaml",
            '"21":\n  - {value: full, source: nobody, checked: 2026-11-24, confidence: high}\n',
            "21.0.source",
            "“nobody” is not a source",
        ),
        (
            "countries/ge/powers.yaml",
            f'"21":\n  - {{value: full, {CITED}}}\n  - {{value: none, {CITED}}}\n',
            "21.1",
            "contradicts an earlier fact",
        ),
        (
            "countries/ge/powers.yaml",
            f'"21":\n  - {{value: full, provision: "duty@example.org", {CITED}}}\n',
            "21.0.provision",
            "no contact data",
        ),
        (
            "countries/ge/powers.yaml",
            f'"21":\n  - {{value: full, from: 2020-01-01, to: 2019-01-01, {CITED}}}\n',
            "21.0",
            "not after its start",
        ),
        (
            "countries/ge/powers.yaml",
            f'"21":\n  - {{value: fully, {CITED}}}\n',
            "21.0.value",
            "full",
        ),
        (
            "countries/ge/authorities.yaml",
            "\n- {id: ge-new, name: New, successor: ge-nobody, competences: []}\n",
            "successor",
            "“ge-nobody” is not among this country's authorities",
        ),
        (
            "countries/ge/authorities.yaml",
            "\n- {id: ua-new, name: New, competences: []}\n",
            "id",
            "begin with “ge-”",
        ),
        (
            "instruments/ets185/parties.yaml",
            f"\nXX:\n  - {{value: party, {CITED}}}\n",
            "XX",
            "not a country code",
        ),
    ],
)
def test_a_fault_is_named_by_file_line_and_fact(copy, file, text, fact, sentence):
    before = len((copy / file).read_text().splitlines())
    append(copy, file, text)
    with pytest.raises(PackProblems) as caught:
        folder_packs(copy)
    problems = [p for p in caught.value.problems if fact in p.fact and sentence in p.sentence]
    assert problems, str(caught.value)
    assert problems[0].file == copy / file
    assert problems[0].line > before


def test_an_instrument_with_an_unknown_article_is_refused(copy):
    file = copy / "instruments/ets185/instrument.yaml"
    file.write_text(file.read_text().replace('  - article: "29"\n', '  - article: "999"\n', 1))
    with pytest.raises(PackProblems, match="999"):
        folder_packs(copy)


def test_a_country_that_lost_its_authorities_is_refused(copy):
    (copy / "countries/ge/authorities.yaml").write_text("[]\n")
    with pytest.raises(PackProblems, match="at least"):
        folder_packs(copy)


@pytest.mark.parametrize("code", SIX)
def test_each_country_has_every_row_of_the_state_of_play_slide(code):
    pack = repository_snapshot().countries[code.upper()]
    assert set(pack.observations) == set(Topic)
    for facts in pack.observations.values():
        assert facts[0].source == "deck-2017"
        assert facts[0].start.isoformat() == "2017-06-16"


def test_every_low_confidence_fact_is_marked_as_assumed():
    from comity.kernel.confidence import Confidence

    assert [c for c in Confidence if c.assumed] == [Confidence.MEDIUM, Confidence.LOW]


@pytest.mark.parametrize(
    ("old", "new", "sentence"),
    [
        ("days: 60}", "days: 61}", "says 60 days"),
        ("instrument: unc", "instrument: nothing", "is not among the instruments"),
        ('article: "29(7)"', 'article: "29(9)"', "no article “29(9)”"),
        ("agrees_with: [preserve-60]", "agrees_with: [preserve-61]", "no period “preserve-61”"),
        ("- id: unc-42", "- id: ets185-29-7", "stands here a second time"),
        ("days: 60}", "days: 60, hours: 3}", "exactly one of"),
        ("  instrument: ets185\n", "", "Without them it is practice"),
        ("    outgoing:", "    sideways:", "A side is outgoing or incoming"),
        ("role: drafter, days: 21", "role: drafter", "either in days or in hours"),
        ("source: ets185-article-29", "source: nobody", "is not a source"),
    ],
)
def test_a_faulty_clock_is_named(copy, old, new, sentence):
    file = copy / "clocks/clocks.yaml"
    file.write_text(file.read_text().replace(old, new, 1))
    with pytest.raises(PackProblems) as caught:
        folder_packs(copy)
    assert any(sentence in problem.sentence and problem.file == file for problem in caught.value.problems), str(
        caught.value
    )


def test_a_ground_that_stands_twice_is_refused(copy):
    file = copy / "instruments/ets185/instrument.yaml"
    file.write_text(file.read_text().replace('id: "29(5)(b)"', 'id: "29(5)(a)"'))
    with pytest.raises(PackProblems, match="a second time"):
        folder_packs(copy)
