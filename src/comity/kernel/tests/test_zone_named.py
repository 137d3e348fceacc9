"""A zone that a user states is understood in many forms; one with two meanings is refused with both."""

from __future__ import annotations

from datetime import datetime, timedelta

import pytest

from comity.kernel.identifiers.times.zone import zone_named

SUMMER = datetime(2017, 7, 1)  # noqa: DTZ001 - a clock on a wall, which the zone under test reads


@pytest.mark.parametrize(
    ("text", "hours"),
    [
        ("UTC", 0), ("Z", 0), ("GMT", 0), ("+00:00", 0), ("-0000", 0),
        ("UTC+4", 4), ("utc +4", 4), ("GMT-5", -5), ("+0400", 4), ("+04:00", 4), ("+5:30", 5.5), ("UTC+05:45", 5.75),
        ("Asia/Tbilisi", 4), ("Europe/Chisinau", 3), ("America/Argentina/Salta", -3),
        ("Tbilisi", 4), ("Tbilisi time", 4), ("Georgian time", 4), ("Yerevan", 4), ("Baku", 4), ("Minsk", 3),
        ("Kyiv", 3), ("Chişinău", 3), ("по Москве", 3), ("за київським часом", 3), ("თბილისის დროით", 4),
        ("Երևանի ժամանակով", 4),
        ("Bakı vaxtı ilə", 4), ("New York", -4), ("MSK", 3), ("EEST", 3), ("PDT", -7), (" UTC+4 ", 4),
    ],
)  # fmt: skip
def test_a_zone_is_understood(text: str, hours: float) -> None:
    assert SUMMER.replace(tzinfo=zone_named(text)).utcoffset() == timedelta(hours=hours)


def test_moscow_time_follows_its_history() -> None:
    zone = zone_named("МСК")
    assert [datetime(year, 7, 1, tzinfo=zone).utcoffset() for year in (2013, 2017)] == [
        timedelta(hours=4),
        timedelta(hours=3),
    ]


@pytest.mark.parametrize(
    "text", ["", "Atlantis", "UTC+99", "+995 599", "America/Argentina", "../etc/passwd", "UTC+4 or so", "local time"]
)
def test_what_is_no_zone_is_refused_in_words(text: str) -> None:
    with pytest.raises(ValueError, match=r"is not a time zone\. Write it as UTC\+4"):
        zone_named(text)


def test_a_name_with_two_meanings_is_refused_with_both() -> None:
    with pytest.raises(ValueError, match="“IST” names the time of India, Israel and Ireland"):
        zone_named("IST")
