"""Every fact of every pack is a passage of its own; what is looked for is read the way it is kept."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from comity.atlas.rules.excerpt import LONGEST as LONGEST_EXCERPT
from comity.atlas.rules.excerpt import excerpt, marked
from comity.atlas.rules.passage import Passage, is_fact
from comity.atlas.rules.passage_sort import Sort
from comity.atlas.rules.passages import facts, passages
from comity.atlas.rules.search_words import LONGEST, MOST_WORDS, as_tsquery, lexemes, matches, sought
from comity.atlas.tests.law import repository_packs

PACKS = Path(__file__).parents[4] / "packs"


@pytest.fixture(scope="module")
def contents():
    return [(pack.name, pack.kind, pack.content.model_dump(mode="json", by_alias=True)) for pack in repository_packs()]


def at(contents, pack: str, place: str) -> Passage:
    for name, kind, content in contents:
        if name == pack:
            return next(found for found in passages(kind, content) if found.place == place)
    raise LookupError(pack)


def test_each_fact_is_one_passage_with_a_title_and_a_place_that_leads_to_it(contents):
    for name, kind, content in contents:
        made = list(passages(kind, content))
        assert len({one.place for one in made}) == len(made), name
        assert [one.fact for one in made if one.fact is not None] == [fact for _, fact in facts(content)]
        for one in made:
            assert one.title.strip(), (name, one.place)
            value = content
            for step in one.path:
                value = value[step]
            assert one.fact is None or value is one.fact


@pytest.mark.parametrize(
    ("pack", "place", "sort", "title", "text"),
    [
        ("countries/ua", "country", Sort.COUNTRY, "Ukraine", "UA, Europe/Kyiv."),
        (
            "countries/ua",
            "powers.16.0",
            Sort.POWER,
            "Ukraine: Article 16, preservation of stored computer data",
            "None.",
        ),
        (
            "countries/am",
            "authorities.0.competences.0",
            Sort.AUTHORITY,
            "National Police: 24/7 point of contact",
            "Stages:",
        ),
        (
            "countries/am",
            "country.request_languages.0",
            Sort.COUNTRY,
            "Armenia: languages of requests",
            "Armenian, Eng",
        ),
        ("instruments/ets185", "parties.GE.0", Sort.PARTY, "Budapest Convention: Georgia", "Not a Party."),
        ("sources", "sources.practice", Sort.SOURCE, "Practitioners' general knowledge, not read in a document", ""),
    ],
)
def test_a_passage_says_what_it_is_of(contents, pack, place, sort, title, text):
    found = at(contents, pack, place)
    assert (found.sort, found.title) == (sort, title)
    assert found.text.rstrip(".").startswith(text.rstrip("."))


def test_what_a_pack_says_in_a_file_yet_unknown_is_a_passage_too():
    content = {"country": {"code": "GE", "name": "Georgia"}, "later": {"x": [_FACT]}}
    (_, found) = passages("country", content)
    assert (found.place, found.title, found.text) == ("later.x.0", "Georgia: x", "Thus.")
    assert [one.place for one in passages("no-such-kind", {"a": _FACT})] == ["a"]


_FACT = {"value": "thus", "source": "deck", "checked": "2026-01-01", "confidence": "high"}


def test_a_mapping_without_a_day_of_checking_is_no_fact():
    assert is_fact(_FACT)
    assert not is_fact({"source": "deck"})


@pytest.mark.parametrize(
    ("text", "query"),
    [
        ("preserv", "preserv:*"),
        ("Article 29(2)", "article & 29 & 2"),
        ("Înștiințare", "instiintare:*"),
        ("24/7", "24 & 7"),
        ("ge", "ge"),
        ("a' | !b:* <-> (c) \\", "a & b & c"),
        ("", ""),
        ("'; DROP TABLE atlas_passage; --", "drop & table & atlas & passage:*"),
    ],
)
def test_what_is_typed_becomes_words_alone(text, query):
    assert as_tsquery(sought(text)) == query


@given(st.text(max_size=400))
def test_no_text_is_too_long_or_has_an_operator(text):
    words = sought(text)
    assert len(words) <= MOST_WORDS
    assert all(word.isalnum() for word in words)
    assert len("".join(words)) <= 2 * LONGEST


@given(st.text(max_size=600), st.text(max_size=20))
def test_an_excerpt_is_of_the_text_and_marks_what_was_looked_for(text, asked):
    words = sought(asked)
    assert "".join(piece.text for piece in marked(text, words)) == text
    pieces = excerpt(text, words)
    assert len("".join(piece.text for piece in pieces)) <= LONGEST_EXCERPT + 4
    assert all(matches(piece.text, words) for piece in pieces if piece.marked)


def test_a_word_far_inside_is_shown_with_its_surroundings():
    text = " ".join(["before"] * 60 + ["Înștiințarea"] + ["after"] * 60)
    pieces = excerpt(text, sought("instiintare"))
    assert [piece.text for piece in pieces if piece.marked] == ["Înștiințarea"]
    assert pieces[0].text == "… "
    assert pieces[-1].text == " …"


def test_folding_is_the_same_for_both_sides():
    assert lexemes("KREDİT Kartlarının ЁЖ") == lexemes("kredit kartlarinin еж")
