"""Arithmetic of shifts over the change of clocks, as tables and as properties, without a database."""

from __future__ import annotations

import itertools
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from comity.people.rules.refusal import Refused
from comity.people.rules.shift import (
    LONGEST_NOTE,
    Span,
    added_to,
    check_span,
    days_of,
    local_span,
    note_from,
    uncovered,
    week_of,
)

KYIV, TBILISI = ZoneInfo("Europe/Kyiv"), ZoneInfo("Asia/Tbilisi")
NOW = datetime(2026, 3, 1, tzinfo=UTC)
EIGHT, TWENTY = time(8), time(20)


def _utc(*parts: int) -> datetime:
    return datetime(*parts, tzinfo=UTC)


@pytest.mark.parametrize(
    ("day", "starts", "ends", "zone", "first", "last"),
    [
        # an ordinary night; a day; a whole day
        (date(2026, 3, 2), TWENTY, EIGHT, TBILISI, _utc(2026, 3, 2, 16), _utc(2026, 3, 3, 4)),
        (date(2026, 3, 2), EIGHT, TWENTY, TBILISI, _utc(2026, 3, 2, 4), _utc(2026, 3, 2, 16)),
        (date(2026, 3, 2), EIGHT, EIGHT, TBILISI, _utc(2026, 3, 2, 4), _utc(2026, 3, 3, 4)),
        # clocks are put forward on 29 March 2026 at 03:00: the night has eleven hours
        (date(2026, 3, 28), TWENTY, EIGHT, KYIV, _utc(2026, 3, 28, 18), _utc(2026, 3, 29, 5)),
        # and put back on 25 October 2026 at 04:00: it has thirteen
        (date(2026, 10, 24), TWENTY, EIGHT, KYIV, _utc(2026, 10, 24, 17), _utc(2026, 10, 25, 6)),
        # 03:30 comes twice that night: the one ends at the later, the next starts at the earlier
        (date(2026, 10, 24), TWENTY, time(3, 30), KYIV, _utc(2026, 10, 24, 17), _utc(2026, 10, 25, 1, 30)),
        (date(2026, 10, 25), time(3, 30), EIGHT, KYIV, _utc(2026, 10, 25, 0, 30), _utc(2026, 10, 25, 6)),
        # over the end of a year
        (date(2026, 12, 31), TWENTY, EIGHT, TBILISI, _utc(2026, 12, 31, 16), _utc(2027, 1, 1, 4)),
    ],
)
def test_a_shift_by_the_clocks_of_a_place(
    day: date, starts: time, ends: time, zone: ZoneInfo, first: datetime, last: datetime
) -> None:
    assert local_span(day, starts, ends, zone) == Span(first, last)


@pytest.mark.parametrize(("starts", "ends", "field"), [(time(3, 30), EIGHT, "starts"), (time(1), time(3, 15), "ends")])
def test_a_time_that_the_clocks_skip_is_refused(starts: time, ends: time, field: str) -> None:
    with pytest.raises(Refused, match=r"skip 03:.. on 29 March 2026") as refused:
        local_span(date(2026, 3, 29), starts, ends, KYIV)
    assert refused.value.field == field


@pytest.mark.parametrize("day", [date(2026, 3, 28), date(2026, 10, 24), date(2026, 6, 1)])
def test_a_whole_day_by_the_clocks_is_a_day_also_when_they_change(day: date) -> None:
    check_span(local_span(day, EIGHT, EIGHT, KYIV), KYIV, NOW)


@pytest.mark.parametrize(
    ("starts", "ends", "field", "words"),
    [
        (_utc(2026, 3, 2, 8), _utc(2026, 3, 2, 8), "ends", "end before it starts"),
        (_utc(2026, 3, 2, 8), _utc(2026, 3, 2, 7), "ends", "end before it starts"),
        (_utc(2026, 3, 2, 8), _utc(2026, 3, 3, 8, 1), "ends", "longer than 24 hours"),
        (_utc(2026, 3, 2, 8), _utc(2026, 3, 4, 8), "ends", "longer than 24 hours"),
        (_utc(2026, 10, 24, 12), _utc(2026, 10, 25, 13, 1), "ends", "longer than 24 hours"),
        (_utc(2026, 2, 27, 8), _utc(2026, 2, 27, 20), "starts", "over already"),
        (_utc(2127, 3, 2, 8), _utc(2127, 3, 2, 20), "starts", "Check the year"),
    ],
)
def test_what_cannot_be_planned(starts: datetime, ends: datetime, field: str, words: str) -> None:
    with pytest.raises(Refused, match=words) as refused:
        check_span(Span(starts, ends), KYIV, NOW)
    assert refused.value.field == field


def test_a_shift_that_has_begun_can_still_be_planned() -> None:
    check_span(Span(NOW - timedelta(hours=2), NOW + timedelta(hours=6)), TBILISI, NOW)


def test_days_are_those_of_the_place_and_the_last_moment_is_not_in_the_shift() -> None:
    night = local_span(date(2026, 3, 2), TWENTY, EIGHT, TBILISI)
    assert days_of(night, TBILISI) == (date(2026, 3, 2), date(2026, 3, 3))
    assert days_of(night, UTC) == (date(2026, 3, 2), date(2026, 3, 3))
    assert days_of(local_span(date(2026, 3, 2), TWENTY, time(), TBILISI), TBILISI) == (date(2026, 3, 2),)


@pytest.mark.parametrize(
    ("day", "hours"), [(date(2026, 3, 2), 168), (date(2026, 3, 29), 167), (date(2026, 10, 25), 169)]
)
def test_a_week_begins_on_monday_and_has_the_hours_that_it_has(day: date, hours: int) -> None:
    week = week_of(day, KYIV)
    assert week.starts.astimezone(KYIV).weekday() == 0
    assert week.covers(datetime.combine(day, time(12), KYIV))
    assert week.ends - week.starts == timedelta(hours=hours)


MINUTES = st.integers(0, 7 * 24 * 60)
SPANS = st.lists(
    st.tuples(MINUTES, st.integers(1, 1440)).map(
        lambda pair: Span(NOW + timedelta(minutes=pair[0]), NOW + timedelta(minutes=sum(pair)))
    ),
    max_size=12,
)
WEEK = Span(NOW, NOW + timedelta(days=7))


@given(SPANS, MINUTES)
def test_a_moment_is_either_covered_or_in_a_gap(spans: list[Span], minutes: int) -> None:
    moment = NOW + timedelta(minutes=minutes)
    in_gap = any(gap.covers(moment) for gap in uncovered(spans, WEEK))
    assert in_gap == (WEEK.covers(moment) and not any(span.covers(moment) for span in spans))


@given(SPANS)
def test_gaps_are_in_order_and_do_not_touch(spans: list[Span]) -> None:
    gaps = uncovered(spans, WEEK)
    assert all(gap.starts < gap.ends for gap in gaps)
    assert all(one.ends < other.starts for one, other in itertools.pairwise(gaps))
    assert gaps == uncovered(list(reversed(spans)), WEEK)


@given(
    st.dates(date(2020, 1, 1), date(2035, 12, 31)),
    st.times(),
    st.times(),
    st.sampled_from(["Europe/Kyiv", "Asia/Tbilisi", "Europe/Chisinau", "Australia/Lord_Howe", "America/Santiago"]),
)
def test_whatever_is_not_refused_is_a_shift_that_can_be_planned(day: date, starts: time, ends: time, name: str) -> None:
    zone = ZoneInfo(name)
    starts, ends = starts.replace(microsecond=0), ends.replace(microsecond=0)
    try:
        span = local_span(day, starts, ends, zone)
    except Refused:
        return
    assert span.starts.astimezone(zone).replace(tzinfo=None, fold=0) == datetime.combine(day, starts)
    assert span.ends.astimezone(zone).time() == ends
    check_span(span, zone, span.starts)


@pytest.mark.parametrize("day", [date(2026, 3, 26), date(2026, 10, 22)])
@pytest.mark.parametrize("change", [TWENTY, time(23), time(2, 30)])
def test_shifts_end_to_end_leave_no_gap_over_the_change(day: date, change: time) -> None:
    days = [day + timedelta(days=number) for number in range(6)]
    spans = [local_span(d, *pair, KYIV) for d in days for pair in ((EIGHT, change), (change, EIGHT))]
    assert uncovered(spans, Span(min(spans).starts, max(spans).ends)) == ()


@pytest.mark.parametrize(
    ("text", "words"), [("", "what the next officer must know"), (" \n\x00", "next officer"), ("x" * 4001, "4000 fit")]
)
def test_a_note_has_words(text: str, words: str) -> None:
    with pytest.raises(Refused, match=words):
        note_from(text)


def test_what_is_added_says_when() -> None:
    assert added_to("Nothing open.", "One came.", _utc(2026, 3, 2, 3, 55), TBILISI) == (
        "Nothing open.\n\nAdded at 07:55: One came."
    )
    assert added_to("", "One came.", NOW, TBILISI) == "One came."
    with pytest.raises(Refused):
        added_to("x" * LONGEST_NOTE, "more", NOW, TBILISI)
