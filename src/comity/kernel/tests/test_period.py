"""Periods are closed at their start and open at their end, and two that meet do not overlap."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from comity.kernel.period import Period

DAY = timedelta(days=1)
days = st.dates(date(1990, 1, 1), date(2040, 1, 1))
edges = st.one_of(st.none(), days)
periods = (
    st.tuples(edges, edges)
    .filter(lambda pair: pair[0] is None or pair[1] is None or pair[0] < pair[1])
    .map(lambda pair: Period(*pair))
)


def test_the_start_is_in_and_the_end_is_out() -> None:
    period = Period(date(2017, 6, 16), date(2017, 6, 18))
    assert [period.covers(date(2017, 6, day)) for day in (15, 16, 17, 18)] == [False, True, True, False]


@given(days)
def test_without_limits_it_covers_every_day(day: date) -> None:
    assert Period().covers(day)


@given(periods, days)
def test_covering_is_overlapping_with_that_day(period: Period, day: date) -> None:
    assert period.covers(day) is period.overlaps(Period(day, day + DAY))


@given(periods, periods)
def test_overlapping_is_mutual_and_has_a_common_day(one: Period, other: Period) -> None:
    assert one.overlaps(other) is other.overlaps(one)
    starts = [start for start in (one.start, other.start) if start]
    ends = [end - DAY for end in (one.end, other.end) if end]
    candidates = [*starts, *ends, date(2000, 1, 1)]
    assert one.overlaps(other) is any(one.covers(day) and other.covers(day) for day in candidates)


@given(days)
def test_two_that_meet_do_not_overlap(day: date) -> None:
    assert not Period(end=day).overlaps(Period(start=day))


@given(days, st.integers(0, 400))
def test_an_end_that_is_not_after_the_start_is_refused_in_words(start: date, back: int) -> None:
    with pytest.raises(ValueError, match=r"The period ends on .*, which is not after its start on"):
        Period(start, start - back * DAY)
