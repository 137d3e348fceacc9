"""Which activities fall together: nothing that shares a day is missed, however they lie."""

from __future__ import annotations

from datetime import date, timedelta
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as some

from comity.atlas.rules.packs.overview import Precision
from comity.programme.rules.activity import ActivityState
from comity.programme.rules.conflict import Occasion
from comity.programme.rules.occasions import SPARE, Occasions, joined

days = some.dates(date(2017, 1, 1), date(2018, 12, 31))
spans = some.lists(some.builds(lambda day, long: (day, day + timedelta(days=long)), days, some.integers(0, 90)))


def occasion(starts: date, ends: date) -> Occasion:
    nobody: frozenset[str] = frozenset()
    return Occasion("p", "a", "Title", ActivityState.PLANNED, Precision.DAY, starts, ends, nobody, nobody)


@given(spans)
def test_joined_spans_hold_all_days_and_lie_apart(given_spans: list[tuple[date, date]]) -> None:
    found = joined(given_spans)
    assert all(any(first <= starts and ends <= last for first, last in found) for starts, ends in given_spans)
    assert all(later[0] - earlier[1] > SPARE for earlier, later in pairwise(found))


@given(spans, days, some.integers(0, 30))
def test_whatever_shares_a_day_is_near(others: list[tuple[date, date]], day: date, long: int) -> None:
    every = [occasion(*span) for span in sorted(others)]
    one = occasion(day, day + timedelta(days=long))
    meeting = [other for other in every if other.starts <= one.ends and other.ends >= one.starts]
    near = Occasions(every).near(one)
    assert [other for other in meeting if other not in near] == []


def test_the_first_day_of_the_calendar_is_no_trouble() -> None:
    one = occasion(date.min, date.min)
    assert list(Occasions([one, occasion(date.min, date.max)]).near(one)) == [one, occasion(date.min, date.max)]
