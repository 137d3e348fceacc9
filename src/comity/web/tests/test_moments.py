"""Moments, lengths and ages in words."""

from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from comity.web.components.moments import age_in_words, length_in_words, moment_in_words, place_of

NOW = datetime(2026, 11, 24, 12, tzinfo=UTC)


@pytest.mark.parametrize(
    ("length", "words"),
    [
        (timedelta(days=12, hours=23), "12 days"),
        (timedelta(days=2), "2 days"),
        (timedelta(days=1, hours=23), "47 hours"),
        (timedelta(hours=2), "2 hours"),
        (timedelta(minutes=119), "119 minutes"),
        (timedelta(minutes=1, seconds=59), "1 minute"),
        (timedelta(seconds=3), "0 minutes"),
    ],
)
def test_a_length_is_rounded_down(length, words):
    assert length_in_words(length) == words


@pytest.mark.parametrize(
    ("day", "words"),
    [
        (date(2026, 11, 24), "today"),
        (date(2026, 11, 23), "1 day ago"),
        (date(2026, 10, 1), "1 month ago"),
        (date(2017, 6, 16), "9 years ago"),
        (date(2026, 11, 26), "in 2 days"),
    ],
)
def test_an_age_names_its_largest_unit(day, words):
    assert age_in_words(day, date(2026, 11, 24)) == words


def test_a_moment_has_its_place():
    moment = datetime(2026, 12, 6, 14, tzinfo=UTC)
    assert moment_in_words(moment, ZoneInfo("Asia/Tbilisi"), now=NOW) == "6 Dec, 18:00 Tbilisi"
    assert moment_in_words(moment.replace(year=2027), UTC, now=NOW) == "6 Dec 2027, 14:00 UTC"


def test_a_place_with_two_words():
    assert place_of(ZoneInfo("America/New_York")) == "New York"
