"""Small things that the pages about law are made of: lengths of time, local names, anchors."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from comity.web.components.local_name import local_name
from comity.web.components.time_scale import WIDTH, span_in_words, time_scale
from comity.web.planner.way import anchor, place_of
from comity.web.rail import rail_for


@pytest.mark.parametrize(
    ("least", "most", "words"),
    [
        (0.1, 3, "2 hours to 3 days"),
        (1, 30, "1 day to 1 month"),
        (14, 180, "2 weeks to 6 months"),
        (180, 730, "6 months to 2 years"),
        (365, 365, "about 1 year"),
        (45, 45, "about 45 days"),
        (2, 5, "2 to 5 days"),
        (0.001, 0.002, "about 1 hour"),
    ],
)
def test_spans_in_the_unit_that_says_it_well(least, most, words):
    assert span_in_words(least, most) == words


DAYS = st.floats(0, 5000, allow_nan=False)


@given(DAYS, DAYS)
def test_the_bar_stays_on_its_scale(one, other):
    scale = time_scale(min(one, other), max(one, other))
    assert 0 <= scale.start <= WIDTH
    assert scale.length >= 4
    assert scale.start + scale.length <= WIDTH + 4
    assert scale.words


@given(DAYS, DAYS)
def test_what_takes_longer_ends_further_right(one, other):
    assert time_scale(0, min(one, other)).length <= time_scale(0, max(one, other)).length


def test_a_country_in_its_own_language():
    georgia = local_name("GE", "ka")
    assert georgia is not None
    assert (georgia.name, georgia.language, georgia.direction) == ("საქართველო", "ka", "ltr")


@pytest.mark.parametrize(("code", "language"), [("GE", "tlh"), ("GE", ""), ("QQ", "ka"), ("GB", "en")])
def test_no_name_where_none_is_known_or_it_repeats_the_english_one(code, language):
    assert local_name(code, language) is None


@pytest.mark.parametrize(("article", "place"), [("27(9)(a)", "27"), ("29", "29"), ("18(1)(b)", "18")])
def test_a_paragraph_stands_within_its_article(article, place):
    assert anchor(article) == place


def test_a_way_has_a_place_without_brackets():
    assert place_of("judicial-ets185-27(9)(a)") == "way-judicial-ets185-27-9--a"


@pytest.mark.parametrize(
    ("path", "place"),
    [
        ("/routes/", "Find a route"),
        ("/routes/matrix/", "Cooperation matrix"),
        ("/atlas/", "Countries"),
        ("/atlas/GE/", "Countries"),
        ("/atlas/instruments/ets185/", "Instruments"),
    ],
)
def test_of_two_places_that_hold_a_page_the_inner_one_is_marked(path, place):
    links = [link for section in rail_for(path, signed_in=False, roles=()) for link in section.links]
    assert [link.label for link in links if link.current] == [place]
