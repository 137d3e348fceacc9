"""The score of a priority: worked cases, and what holds of every set of indicators."""

from __future__ import annotations

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from comity.stateofplay.rules.priorities import Reading, Standing, percent, scored

MET, PARTLY, NOT, UNKNOWN = Reading.MET, Reading.PARTLY, Reading.NOT_MET, Reading.UNKNOWN
READINGS = st.lists(st.tuples(st.sampled_from(Reading), st.integers(1, 9)), max_size=8)


@pytest.mark.parametrize(
    ("readings", "figure", "span", "standing"),
    [
        ([], "not known", "", Standing.UNKNOWN),
        ([(MET, 1), (MET, 1)], "100 %", "", Standing.LARGELY),
        ([(MET, 1), (NOT, 1)], "50 %", "", Standing.HALFWAY),
        ([(MET, 2), (NOT, 1)], "67 %", "", Standing.HALFWAY),
        ([(PARTLY, 1), (NOT, 1)], "25 %", "", Standing.HALFWAY),
        ([(NOT, 3)], "0 %", "", Standing.HARDLY),
        ([(MET, 1), (MET, 1), (NOT, 1), (UNKNOWN, 1)], "67 %", "50–75 %", Standing.HALFWAY),
        ([(MET, 1), (UNKNOWN, 1)], "100 %", "50–100 %", Standing.LARGELY),
        ([(MET, 1), (UNKNOWN, 2)], "not known", "33–100 %", Standing.UNKNOWN),
        ([(UNKNOWN, 1)], "not known", "0–100 %", Standing.UNKNOWN),
    ],
)
def test_worked_cases(readings, figure, span, standing) -> None:
    score = scored(readings)
    assert (score.figure, score.span, score.standing) == (figure, span, standing)


@given(READINGS, st.integers(1, 9))
def test_one_more_indicator_that_is_met_never_lowers_the_score(readings, weight: int) -> None:
    before, after = scored(readings), scored([*readings, (MET, weight)])
    assert after.lowest >= before.lowest
    if before.share is not None:
        assert after.share is not None
        assert after.share >= before.share


@given(READINGS, st.integers(1, 9))
def test_what_is_not_known_never_counts_as_no(readings, weight: int) -> None:
    before, after = scored(readings), scored([*readings, (UNKNOWN, weight)])
    assert after.met == before.met
    assert after.known == before.known
    assert after.share in {before.share, None}
    assert after.missing == before.missing + 1


@given(READINGS)
def test_learning_what_was_missing_stays_within_the_range(readings) -> None:
    score = scored(readings)
    for answer in (MET, PARTLY, NOT):
        learnt = scored([(answer if reading is UNKNOWN else reading, weight) for reading, weight in readings])
        if learnt.share is not None:
            assert score.lowest <= learnt.share <= score.highest


def test_rounding_never_says_all_or_nothing_where_it_is_not() -> None:
    assert [percent(Fraction(n, 1000)) for n in (0, 1, 999, 1000)] == ["0 %", "1 %", "99 %", "100 %"]
