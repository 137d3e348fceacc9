"""How the time of an activity is said, and when nothing accounts for one."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from comity.atlas.rules.packs.overview import Precision
from comity.people.rules.refusal import Refused
from comity.programme.rules.activity import NEXT, ActivityState, checked_days, unaccounted, when
from comity.programme.rules.project import gone, state_of


@pytest.mark.parametrize(
    ("starts", "ends", "precision", "said"),
    [
        (date(2017, 6, 1), date(2017, 6, 30), Precision.MONTH, "June 2017"),
        (date(2017, 6, 1), date(2017, 7, 31), Precision.MONTHS, "June to July 2017"),
        (date(2017, 11, 1), date(2018, 1, 31), Precision.MONTHS, "November 2017 to January 2018"),
        (date(2017, 6, 5), date(2017, 6, 5), Precision.DAY, "5 June 2017"),
        (date(2017, 6, 5), date(2017, 6, 7), Precision.DAY, "5 to 7 June 2017"),
        (date(2017, 6, 29), date(2017, 7, 2), Precision.DAY, "29 June to 2 July 2017"),
        (date(2017, 12, 29), date(2018, 1, 2), Precision.DAY, "29 December 2017 to 2 January 2018"),
    ],
)
def test_time_is_said_as_exactly_as_it_is_known(starts: date, ends: date, precision: Precision, said: str) -> None:
    assert when(starts, ends, precision) == said


def test_days_in_the_wrong_order_are_refused() -> None:
    with pytest.raises(Refused, match="ends on 1 June 2017, before it begins on 2 June 2017"):
        checked_days(date(2017, 6, 2), date(2017, 6, 1))


def test_what_is_past_and_open_is_unaccounted_for() -> None:
    today = date(2017, 7, 1)
    assert unaccounted(ActivityState.PLANNED, date(2017, 6, 30), today)
    assert not unaccounted(ActivityState.PLANNED, today, today)
    assert not unaccounted(ActivityState.REPORTED, date(2017, 6, 30), today)


def test_every_state_can_be_reached_and_reports_are_final() -> None:
    assert set(NEXT) == set(ActivityState)
    assert {state for states in NEXT.values() for state in states} == set(ActivityState) - {ActivityState.IDEA}
    assert NEXT[ActivityState.REPORTED] == ()


@given(starts=st.dates(date(2000, 1, 1), date(2050, 1, 1)), length=st.integers(0, 4000), today=st.dates())
def test_the_share_of_days_agrees_with_the_state(starts: date, length: int, today: date) -> None:
    ends = date.fromordinal(starts.toordinal() + length)
    share, state = gone(starts, ends, today), state_of(starts, ends, today)
    assert 0 <= share <= 1
    assert (share == 1) == (state.value == "ended")
    assert state.value != "planned" or share == 0
