"""Countries side by side say what each says alone; what all have in common is said once; unknown is not no."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from comity.atlas.queries.comparison import ABREAST, TooMany, comparison
from comity.atlas.queries.country import country_view
from comity.atlas.queries.legal_profile import legal_profile
from comity.atlas.queries.procedures import measure_views
from comity.atlas.tests.law import repository_snapshot
from comity.kernel.country import CountryCode

SNAPSHOT = repository_snapshot()
DESCRIBED = tuple(CountryCode(code) for code in ("AM", "AZ", "BY", "GE", "MD", "UA"))
DAYS = st.dates(date(1995, 1, 1), date(2035, 1, 1))
CHOSEN = st.lists(st.sampled_from([*DESCRIBED, CountryCode("FR")]), min_size=1, max_size=ABREAST, unique=True)


def part(made, key):
    return next(part for part in made.parts if part.key == key)


@given(CHOSEN, DAYS)
def test_each_row_has_a_cell_for_each_country_and_powers_are_those_of_the_country(codes, day):
    made = comparison(SNAPSHOT, codes, day)
    assert [country.code for country in made.countries] == codes
    assert all(len(row.cells) == len(codes) for each in made.parts for row in each.rows)
    rows = {row.label.partition(":")[0]: row for row in part(made, "powers").rows}
    for number, code in enumerate(codes):
        for power in country_view(SNAPSHOT, code, day).powers:
            if power.article.isdigit() and not power.disputed:
                assert rows[f"Article {power.article}"].cells[number].state == power.level


@given(DAYS)
def test_what_all_share_is_said_once_and_nothing_is_lost(day):
    made = comparison(SNAPSHOT, DESCRIBED, day)
    labels = {row.label.lower(): row for row in part(made, "procedures").rows}
    for number, code in enumerate(DESCRIBED):
        for view in measure_views(SNAPSHOT, code, day):
            row = labels.get(view.label.lower())
            for item in view.procedures:
                assert row
                assert item.fact.value in (*row.shared, *row.cells[number].lines)


def test_what_nobody_recorded_is_unknown():
    made = comparison(SNAPSHOT, [CountryCode("UA"), CountryCode("BY")], date(2026, 11, 24))
    row = next(row for row in part(made, "powers").rows if row.label.startswith("Article 20"))
    assert [cell.state for cell in row.cells] == ["none", "unknown"]


def test_one_more_than_fits_is_refused():
    with pytest.raises(TooMany, match=r"You chose 7 countries; at most 6 can stand side by side\. Leave out 1\."):
        comparison(SNAPSHOT, [*DESCRIBED, CountryCode("FR")], date(2026, 11, 24))


@given(st.sampled_from(DESCRIBED), DAYS)
def test_the_legal_profile_has_every_article_once_in_order(code, day):
    for each in legal_profile(SNAPSHOT, code, day):
        articles = [row.article for row in each.rows]
        assert len(articles) == len(set(articles))
        whole = [int(article) for article in articles if article.isdigit()]
        assert whole == sorted(whole)
        assert all(row.level == "unknown" for row in each.rows if not row.known)


def test_every_article_from_1_to_35_is_there_and_6_to_14_of_the_protocol():
    parts = legal_profile(SNAPSHOT, CountryCode("GE"), date(2026, 11, 24))
    articles = {part.instrument: set() for part in parts}
    for each in parts:
        articles[each.instrument] |= {int(row.article) for row in each.rows if row.article.isdigit()}
    assert articles == {"ets185": set(range(1, 36)), "cets224": set(range(6, 15))}


def test_an_instrument_whose_table_has_ended_stays_a_row_of_which_nothing_is_known():
    made = comparison(SNAPSHOT, [CountryCode("GE"), CountryCode("AZ")], date(2026, 11, 30))
    labels = [row.label for row in part(made, "standings").rows]
    short = SNAPSHOT.instruments["unc"].instrument.short
    row = part(made, "standings").rows[labels.index(short)]
    assert [cell.state for cell in row.cells] == ["unknown", "unknown"]
    assert SNAPSHOT.instruments["cets224"].instrument.short in labels
