"""What the charts show: tiles and their words, findings that are true of their numbers, consequences of gaps."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from comity.atlas.queries.fact import Age, FactView
from comity.atlas.rules.packs.country import Topic
from comity.documents.adapters.pictures.look import Look, Shade
from comity.stateofplay.rules.consequences import Hindrance, consequences
from comity.stateofplay.rules.matrix import Cell, Statement, arranged
from comity.stateofplay.rules.pictures.consequences import consequences_picture
from comity.stateofplay.rules.pictures.overview import overview, tile
from comity.stateofplay.rules.pictures.picture import Tone, listed
from comity.stateofplay.rules.pictures.powers import per_article, per_country, tiles
from comity.stateofplay.rules.pictures.progress import Judged, progress
from comity.stateofplay.rules.powers import ARTICLES, Known, PowerCell, Powers

DAY = date(2017, 6, 16)


def said(*entries: str) -> Statement:
    fact = FactView("", DAY, None, DAY, "a report", "", "", DAY, "high", False, False, Age.FRESH, "")
    return Statement(entries, fact)


@pytest.mark.parametrize(
    ("topic", "entries", "shown"),
    [
        (Topic.STRATEGIES, ["Yes"], (Tone.GOOD, "Yes")),
        (Topic.STRATEGIES, ["Draft"], (Tone.PART, "Draft")),
        (Topic.STRATEGIES, ["No"], (Tone.GAP, "No")),
        (Topic.STRATEGIES, ["Under discussion"], (Tone.UNKNOWN, "Under discussi")),
        (
            Topic.PROCEDURAL_LAW,
            ["Articles 16, 17 and 18", "Special powers under Art. 19"],
            (Tone.GAP, "16, 17, 18, 19"),
        ),
        (Topic.PROCEDURAL_LAW, ["Partial Art. 16", "Special powers under Art. 19"], (Tone.PART, "16, 19")),
        (Topic.PROCEDURAL_LAW, ["Definitions of data"], (Tone.GAP, "1 gap")),
        (Topic.PROCEDURAL_LAW, ["None"], (Tone.GOOD, "no gap")),
        (Topic.CYBERCRIME_UNITS, ["Cyber Police", "Security Service"], (Tone.GOOD, "2 named")),
        (Topic.CYBERCRIME_UNITS, ["Ministry (being set up)"], (Tone.PART, "1 named")),
        (Topic.JUDICIAL_COOPERATION, ["None"], (Tone.GAP, "none")),
    ],
)
def test_a_tile_says_in_a_word_what_its_cell_says(topic: Topic, entries: list[str], shown: tuple[Tone, str]) -> None:
    assert tile(Cell("GE", topic, (said(*entries),))) == shown


def test_what_is_not_known_and_what_is_disputed_are_no_gaps() -> None:
    assert tile(Cell("GE", Topic.STRATEGIES)) == (Tone.UNKNOWN, "not known")
    assert tile(Cell("GE", Topic.STRATEGIES, (said("No"), said("Yes")))) == (Tone.UNKNOWN, "disputed")


def test_the_finding_counts_gaps_that_are_known() -> None:
    stated = {("GE", Topic.PROCEDURAL_LAW): [said("Art. 16")], ("UA", Topic.STRATEGIES): [said("Yes")]}
    picture = overview(arranged(stated, ["GE", "UA", "MD"], DAY))
    assert picture.title == (
        "Gaps in procedural law are recorded for one of three countries; one has a strategy that is in place"
    )
    assert "Moldova, Strategies/action plans: not known" in picture.words
    assert overview(arranged({}, ["GE"], DAY)).title == "Nothing is recorded for this day"


def powers(**levels: str) -> Powers:
    """`GE="fpnu.."`: full, partial, none, unknown, by article."""
    short = {"f": Known.FULL, "p": Known.PARTIAL, "n": Known.NONE, "u": Known.UNKNOWN}
    cells = {
        (code, article): PowerCell(short[sign])
        for code, signs in levels.items()
        for article, sign in zip(ARTICLES, signs, strict=True)
    }
    return Powers(DAY, tuple((code, f"Country {code}") for code in levels), {}, cells)


def test_findings_about_powers() -> None:
    found = powers(GE="nnfpuu", MD="pffpff", FR="ffffff")
    assert tiles(found).title == "Country GE has most gaps in procedural powers: three of six"
    assert per_country(found).title == "One of three countries is known to have all powers of Articles 16 to 21 in full"
    assert per_article(found).title == (
        "Article 16 and Article 19 are missing, or there only in part, in two of three countries"
    )
    assert tiles(powers(FR="ffffff")).title == "No gap in procedural powers is recorded for this day"


@given(
    st.dictionaries(
        st.sampled_from(["GE", "UA", "BY", "FR", "DE"]), st.text("fpnu", min_size=6, max_size=6), min_size=1
    )
)
def test_every_country_and_article_is_counted_once_and_no_two_tiles_share_a_place(levels: dict[str, str]) -> None:
    found = powers(**levels)
    for picture, each in ((per_country(found), len(ARTICLES)), (per_article(found), len(levels))):
        counts: dict[str, int] = {}
        for value in picture.values:
            counts[value["label"]] = counts.get(value["label"], 0) + value["count"]
        assert set(counts.values()) == {each}
    places = [(value["column"], value["row"]) for value in tiles(found).values]
    assert len(set(places)) == len(levels)


def hindrance(article: str, route: str, measure: str = "preservation", *, alone: bool = True) -> Hindrance:
    return Hindrance("GE", article, "UA", measure, route, route, alone)


def test_the_gap_that_costs_most_comes_first_with_what_cannot_be_had() -> None:
    found = consequences(
        [
            hindrance("16", "degraded"),
            hindrance("18", "closed", "subscriber information"),
            hindrance("16", "degraded", alone=False),
            hindrance("19", "conditions"),
        ],
        {"GE": "Georgia"},
        {("GE", "16"): Known.NONE, ("GE", "18"): Known.NONE, ("GE", "19"): Known.PARTIAL},
    )
    assert [one.article for one in found] == ["18", "16", "19"]
    assert found[0].says == (
        "Georgia: Article 18 is missing; routes: 1 closed. "
        "Not every country can have from there: subscriber information."
    )
    assert (found[1].detours, found[1].alone, found[1].hampered) == (2, 1, ("preservation",))
    picture = consequences_picture(found)
    assert picture.title == "The gap that costs most is Article 18 in Georgia: 1 route closed"
    assert {value["label"] for value in picture.values} == {"Georgia, Art. 18", "Georgia, Art. 16"}
    assert len(picture.table.rows) == 3
    assert consequences_picture(()).empty


def test_assessments_over_time_count_levels_and_states() -> None:
    picture = progress(
        "Georgia", [Judged(1, DAY, ("none", "no", None)), Judged(2, date(2020, 1, 1), ("full", "draft", None))]
    )
    assert picture.title == (
        "Georgia, 1 January 2020 (no. 2): 1 of 3 answers are in full, or yes; 16 June 2017 (no. 1): 0"
    )
    assert picture.table.rows[0] == ("16 June 2017 (no. 1)", ("0", "0", "2", "1"))


def test_lists_in_sentences() -> None:
    assert listed(["Armenia", "Belarus", "Georgia"]) == "Armenia, Belarus and Georgia"


@pytest.mark.parametrize(
    ("levels", "where"),
    [
        (["n", "n"], "in all two countries"),
        (["n", "f", "f"], "in one of three countries"),
        (["n"], "in this country"),
    ],
)
def test_where_most_is_missing_is_said_of_all_countries(levels: list[str], where: str) -> None:
    found = powers(**{code: level + "fffff" for code, level in zip(("GE", "UA", "BY"), levels, strict=False)})
    assert per_article(found).title == f"Article 16 is missing, or there only in part, {where}"


@pytest.mark.parametrize("shade", list(Shade))
def test_tones_are_told_apart_without_colour_and_their_words_can_be_read(shade: Shade) -> None:
    """By lightness alone, so in any kind of colour vision; the word on a tile by 4.5 to 1."""
    tones = list(Look(shade).tones.values())
    assert all(contrast(ground, letters) >= 4.5 for ground, letters in tones)
    grounds = [ground for ground, _ in tones]
    assert all(contrast(one, other) >= 1.4 for place, one in enumerate(grounds) for other in grounds[:place])


def contrast(one: str, other: str) -> float:
    """WCAG's ratio of two colours."""
    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def luminance(colour: str) -> float:
    parts = [int(colour[start : start + 2], 16) / 255 for start in (1, 3, 5)]
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
