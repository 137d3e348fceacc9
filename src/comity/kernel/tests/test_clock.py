"""The clock can be held still, nests, gives back what it held, and takes no moment without a zone."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta, timezone
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from comity.kernel import clock

MOMENT = datetime(2017, 6, 16, 23, 11, tzinfo=UTC)
zones = st.sampled_from([UTC, timezone(timedelta(hours=4)), ZoneInfo("Europe/Kyiv"), ZoneInfo("America/New_York")])
moments = st.datetimes(datetime(1990, 1, 1), datetime(2090, 1, 1), timezones=zones)  # noqa: DTZ001


@given(moments)
def test_a_frozen_clock_shows_that_moment_in_utc(moment: datetime) -> None:
    with clock.frozen(moment):
        assert clock.now() == moment.astimezone(UTC)
        assert clock.now().tzinfo is UTC


@given(moments, zones)
def test_the_day_is_that_of_the_zone(moment: datetime, zone: timezone) -> None:
    with clock.frozen(moment):
        assert clock.today(zone) == moment.astimezone(zone).date()


def test_the_day_turns_at_the_zones_midnight() -> None:
    with clock.frozen(MOMENT):
        assert str(clock.today()) == "2017-06-16"
        assert str(clock.today(ZoneInfo("Asia/Tbilisi"))) == "2017-06-17"


def test_it_nests_and_goes_on_afterwards() -> None:
    later = MOMENT + timedelta(days=1)
    with clock.frozen(MOMENT):
        with clock.frozen(later):
            assert clock.now() == later
        assert clock.now() == MOMENT
    assert clock.now() > later


def _held_until_an_error() -> None:
    with clock.frozen(MOMENT):
        raise RuntimeError("stop")


def test_an_error_inside_sets_it_going_again() -> None:
    with pytest.raises(RuntimeError):
        _held_until_an_error()
    assert clock.now() > MOMENT


def test_a_moment_without_a_zone_is_refused_in_words() -> None:
    with pytest.raises(ValueError, match="The moment has no time zone"), clock.frozen(datetime(2017, 6, 16)):  # noqa: DTZ001
        pass
