"""What collides with an activity's days: the same organisers or country, a public holiday; only exact days do."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from comity.atlas.rules.packs.overview import Precision
from comity.casework.rules.clocks.days_off import holiday_name
from comity.programme.rules.activity import ActivityState
from comity.programme.rules.conflict import Conflict, ConflictKind, Occasion, conflicts

ONE = Occasion(
    project="a",
    code="one",
    title="Workshop",
    state=ActivityState.PLANNED,
    precision=Precision.DAY,
    starts=date(2017, 5, 24),
    ends=date(2017, 5, 25),
    countries=frozenset({"GE", "MD"}),
    organisers=frozenset({"Programme Office"}),
)
OTHER = replace(ONE, code="two", title="Mission", organisers=frozenset({"programme office", "Ministry"}))


def none(code: str, day: date) -> str:
    return ""


def kinds(found: tuple[Conflict, ...]) -> list[str]:
    return [kind.value for conflict in found for kind in conflict.kinds]


def test_organisers_and_countries_cannot_be_in_two_places() -> None:
    found = conflicts(ONE, [ONE, OTHER], none)

    assert kinds(found) == ["organiser", "country"]
    assert found[0].sentence == (
        "At the same time as “Mission”: programme office would organise both; "
        "Georgia and Republic of Moldova would attend both."
    )
    assert (found[0].project, found[0].code) == ("a", "two")


def test_a_team_cannot_be_in_two_places_but_its_namesake_of_another_project_can() -> None:
    team, namesake = frozenset({("a", "Country team, Georgia")}), frozenset({("b", "Country team, Georgia")})
    other = replace(OTHER, countries=frozenset(), organisers=frozenset(), teams=team)

    found = conflicts(replace(ONE, teams=team), [other], none)

    assert kinds(found) == ["team"]
    assert found[0].sentence == "At the same time as “Mission”: Country team, Georgia would be at both."
    assert conflicts(replace(ONE, teams=namesake), [other], none) == ()


@pytest.mark.parametrize(
    "change",
    [
        {"precision": Precision.MONTH},
        {"state": ActivityState.CANCELLED},
        {"state": ActivityState.HELD},
        {"starts": date(2017, 5, 26), "ends": date(2017, 5, 26)},
        {"countries": frozenset({"UA"}), "organisers": frozenset()},
    ],
)
def test_what_is_rough_past_or_elsewhere_does_not_collide(change: dict) -> None:
    assert conflicts(ONE, [replace(OTHER, **change)], none) == ()


def test_holidays_of_the_countries_are_named() -> None:
    found = conflicts(replace(ONE, starts=date(2017, 5, 26), ends=date(2017, 5, 27)), [], holiday_name)

    assert [(each.kinds, each.sentence) for each in found] == [
        ((ConflictKind.HOLIDAY,), "26 May 2017 is a public holiday in Georgia: Independence Day.")
    ]


def test_a_month_or_a_long_study_meets_no_holiday() -> None:
    assert conflicts(replace(ONE, precision=Precision.MONTH), [], holiday_name) == ()
    assert conflicts(replace(ONE, ends=date(2017, 8, 1)), [], holiday_name) == ()
    assert holiday_name("XX", date(2017, 1, 1)) == ""


@given(
    starts=st.dates(date(2017, 5, 1), date(2017, 6, 30)),
    length=st.integers(0, 20),
    other=st.dates(date(2017, 5, 1), date(2017, 6, 30)),
)
def test_two_collide_alike(starts: date, length: int, other: date) -> None:
    one = replace(ONE, starts=starts, ends=date.fromordinal(starts.toordinal() + length))
    two = replace(OTHER, starts=other, ends=other)
    assert kinds(conflicts(one, [two], none)) == kinds(conflicts(two, [one], none))
    assert bool(conflicts(one, [two], none)) == (one.starts <= other <= one.ends)
