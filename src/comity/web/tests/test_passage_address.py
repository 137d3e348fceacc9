"""A passage is read on the page of what it is about, else among the facts of its pack."""

from __future__ import annotations

import pytest
from django.urls import NoReverseMatch

from comity.atlas.rules.passage_sort import Sort
from comity.web.atlas import passage_address as addresses


@pytest.mark.parametrize(
    ("sort", "place", "subject", "address"),
    [
        (Sort.COUNTRY, "country", "GE", "/atlas/GE/"),
        (Sort.POWER, "powers.16.0", "GE", "/atlas/GE/#powers"),
        (Sort.ARTICLE, "instrument.articles.29", "ets185", "/atlas/instruments/ets185/#article-29"),
        (Sort.PARTY, "parties.GE.0", "ets185", "/atlas/instruments/ets185/#parties"),
        (Sort.QUESTION, "questionnaire.sections.0.items.0", "x", "/atlas/data/p/#questionnaire.sections.0.items.0"),
    ],
)
def test_where_a_passage_is_read(sort, place, subject, address):
    assert addresses.passage_address(sort, "p", place, subject) == address


@pytest.mark.parametrize("sort", [Sort.PROVIDER, Sort.TERM, Sort.PRACTICE, Sort.PROCEDURE, Sort.LEGAL])
def test_where_there_is_no_page_the_facts_of_the_pack_are_shown(sort, monkeypatch):
    reverse = addresses.reverse

    def without(route, **names):
        if route != "atlas-pack":
            raise NoReverseMatch
        return reverse(route, **names)

    monkeypatch.setattr(addresses, "reverse", without)
    assert addresses.passage_address(sort, "p", "a.0", "GE") == "/atlas/data/p/#a.0"
