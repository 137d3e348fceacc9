"""The sixty days of Article 29(7)."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from comity.casework.rules.clocks import Colour, Dispatch, preservation_clock
from comity.casework.rules.zones import zone_of
from comity.kernel.country import CountryCode

ZONES = st.sampled_from(["Europe/Kyiv", "Asia/Tbilisi", "Asia/Baku", "UTC", "America/New_York", "Pacific/Apia"])
DAYS = st.dates(date(2000, 1, 1), date(2100, 1, 1))


def test_no_clock_before_dispatch() -> None:
    assert preservation_clock(None) is None


@pytest.mark.parametrize(
    ("sent_on", "zone", "ends"),
    [
        # 60 days after 1 March is 30 April; Kyiv has gone over to summer time (UTC+3) in between.
        (date(2026, 3, 1), "Europe/Kyiv", datetime(2026, 4, 30, 20, 59, 59, tzinfo=UTC)),
        (date(2026, 10, 7), "Asia/Tbilisi", datetime(2026, 12, 6, 19, 59, 59, tzinfo=UTC)),
        # Over 29 February.
        (date(2024, 1, 31), "Asia/Baku", datetime(2024, 3, 31, 19, 59, 59, tzinfo=UTC)),
        (date(2023, 12, 31), "UTC", datetime(2024, 2, 29, 23, 59, 59, tzinfo=UTC)),
    ],
)
def test_ends_with_the_sixtieth_day_there(sent_on: date, zone: str, ends: datetime) -> None:
    clock = preservation_clock(Dispatch(sent_on, zone))
    assert clock is not None
    assert clock.ends == ends
    assert clock.article == "Article 29(7)"
    assert clock.assumption.startswith("Counted from the day of dispatch")


@given(DAYS, ZONES)
def test_never_less_than_sixty_days_whatever_the_clocks_there_do(sent_on: date, zone: str) -> None:
    clock = preservation_clock(Dispatch(sent_on, zone))
    assert clock is not None
    assert clock.ends - clock.starts > timedelta(days=60)
    assert clock.remaining(clock.starts) == 1
    assert clock.remaining(clock.ends) == 0
    assert clock.remaining(clock.ends + timedelta(days=9)) == 0
    assert clock.remaining(clock.starts - timedelta(days=9)) == 1


@pytest.mark.parametrize(
    ("days_after", "colour", "days_left"),
    [(0, Colour.CALM, 60), (40, Colour.CALM, 20), (41, Colour.AMBER, 19), (48, Colour.AMBER, 12), (55, Colour.RED, 5),
     (60, Colour.RED, 0), (61, Colour.OVER, 0)],
)  # fmt: skip
def test_amber_below_a_third_and_red_below_a_tenth(days_after: int, colour: Colour, days_left: int) -> None:
    clock = preservation_clock(Dispatch(date(2026, 3, 1), "UTC"))
    assert clock is not None
    now = datetime(2026, 3, 1, 12, tzinfo=UTC) + timedelta(days=days_after)
    assert clock.colour(now) is colour
    assert clock.days_left(now) == days_left


def test_a_country_without_a_pack_gets_the_zone_in_which_its_day_ends_first() -> None:
    moment = datetime(2026, 1, 15, tzinfo=UTC)
    assert zone_of(CountryCode("FR"), moment) == "Europe/Paris"
    assert zone_of(CountryCode("AM"), moment) == "Asia/Yerevan"
    assert zone_of(CountryCode("BV"), moment) == "UTC"  # an island nobody lives on
    assert moment.astimezone(__import__("zoneinfo").ZoneInfo(zone_of(CountryCode("US"), moment))).utcoffset() == (
        timedelta(hours=-5)
    )
