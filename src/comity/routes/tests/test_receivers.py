"""Who receives a request in a country: by measure, stage and urgency, evidence before information, nobody guessed."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from comity.atlas.tests.law import repository_snapshot
from comity.kernel.country import CountryCode
from comity.routes.queries.receivers import CASES, receiver_lines

SNAPSHOT = repository_snapshot()
CODES = ("AM", "AZ", "BY", "GE", "MD", "UA", "FR", "TV")
DAY = date(2026, 11, 24)


def cases(asks: str, asked: str, measure: str):
    lines = receiver_lines(SNAPSHOT, CountryCode(asks), CountryCode(asked), DAY)
    return next(line for line in lines if line.measure == measure).cases


@pytest.mark.parametrize(
    ("asked", "measure", "stage", "first"),
    [
        ("GE", "preserve", 0, "Ministry of Internal Affairs, Criminal Police Department"),
        ("UA", "preserve", 0, "Ministry of Internal Affairs"),
        ("UA", "domain-registration", 0, "Prosecutor General's Office"),
        ("UA", "domain-registration", 2, "Ministry of Justice"),
    ],
)
def test_the_authority_that_comes_first(asked, measure, stage, first):
    assert cases("AM", asked, measure)[stage].receivers[0].name == first


@given(st.sampled_from(CODES), st.sampled_from(CODES), st.dates(date(1995, 1, 1), date(2035, 1, 1)))
def test_every_line_has_all_cases_and_columns_that_cover_them(asks, asked, day):
    for line in receiver_lines(SNAPSHOT, CountryCode(asks), CountryCode(asked), day):
        assert len(line.cases) == len(CASES)
        assert sum(span for _, span, _ in line.columns) == len(CASES)
        for case in line.cases:
            assert all(one.status != "closed" for one in case.receivers)
            useful = [one.evidence for one in case.receivers]
            assert useful == sorted(useful, reverse=True), "Evidence stands before information."
            names = [one.name for one in case.receivers]
            assert len(names) == len(set(names))
