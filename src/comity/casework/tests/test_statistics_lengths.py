"""Steps of time and their medians, families of kinds, channels by their words."""

from __future__ import annotations

from collections import Counter
from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from comity.casework.rules.statistics.channel import channel_of
from comity.casework.rules.statistics.duration import DAY, HOUR, MEDIAN, NINETIETH, in_words, quantile, step, stepped
from comity.casework.rules.statistics.family import Family, family_of

BEGUN = datetime(2026, 3, 2, 10, tzinfo=UTC)


@pytest.mark.parametrize(
    ("minutes", "expected", "words"),
    [
        (0, 0, "under a minute"),
        (1, 1, "1 minute"),
        (119, 119, "119 minutes"),
        (120, 120, "2 hours"),
        (179, 120, "2 hours"),
        (72 * HOUR - 1, 71 * HOUR, "71 hours"),
        (72 * HOUR, 3 * DAY, "3 days"),
        (4 * DAY - 1, 3 * DAY, "3 days"),
        (400 * DAY + 5, 400 * DAY, "400 days"),
    ],
)
def test_a_length_falls_into_its_step(minutes: int, expected: int, words: str) -> None:
    assert stepped(minutes) == expected
    assert in_words(expected) == words


@pytest.mark.parametrize(
    ("minutes", "words"),
    [
        (0, "under an hour"),
        (60, "1 hour"),
        (180, "3 hours"),
        (71 * HOUR, "71 hours"),
        (5 * DAY, "5 days"),
        (None, "none"),
    ],
)
def test_where_only_hours_were_counted_no_minutes_are_claimed(minutes: int | None, words: str) -> None:
    assert in_words(minutes, finest=HOUR) == words


def test_a_length_is_never_negative() -> None:
    assert step(BEGUN, BEGUN - timedelta(hours=3)) == 0


@pytest.mark.parametrize(
    ("counts", "median", "ninetieth"),
    [
        ({}, None, None),
        ({5: 1}, 5, 5),
        ({1: 1, 9: 1}, 1, 9),
        ({1: 1, 2: 1, 9: 1}, 2, 9),
        (dict.fromkeys(range(1, 11), 1), 5, 9),
        ({7: 9, 100: 1}, 7, 7),
        ({7: 8, 100: 2}, 7, 100),
        ({3: 0, 8: 2}, 8, 8),
    ],
)
def test_quantiles_are_lengths_that_occurred(counts: dict[int, int], median: int | None, ninetieth: int | None) -> None:
    assert quantile(counts, MEDIAN) == median
    assert quantile(counts, NINETIETH) == ninetieth


@given(st.lists(st.integers(0, 300 * DAY), min_size=1, max_size=60))
def test_the_median_of_steps_is_the_step_of_the_median(lengths: list[int]) -> None:
    ordered = sorted(lengths)
    for share in (MEDIAN, NINETIETH):
        rank = -(-len(ordered) * share[0] // share[1])
        assert quantile(Counter(map(stepped, lengths)), share) == stepped(ordered[rank - 1])


@pytest.mark.parametrize(
    ("kind", "family"),
    [
        ("preservation", Family.PRESERVATION),
        ("extension", Family.PRESERVATION),
        ("mla-subscriber", Family.ASSISTANCE),
        ("emergency-mla", Family.EMERGENCY),
        ("provider-preservation", Family.PROVIDER),
        ("spontaneous-information", Family.NOTICE),
        ("no-longer-known", Family.OTHER),
    ],
)
def test_a_kind_finds_its_family(kind: str, family: Family) -> None:
    assert family_of(kind) is family


@pytest.mark.parametrize(
    ("text", "channel"),
    [
        ("24/7 network, e-mail", "network"),
        ("network", "network"),
        ("I-24/7 of INTERPOL", "interpol"),
        ("INTERPOL NCB Tbilisi", "interpol"),
        ("Registered post to the Ministry of Justice", "central"),
        ("e-mail", "e-mail"),
        ("by phone", "telephone"),
        ("courier", "post"),
        ("smoke signals", "other"),
        ("", "other"),
    ],
)
def test_a_channel_is_known_by_its_words(text: str, channel: str) -> None:
    assert channel_of(text) == channel
