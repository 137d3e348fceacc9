"""The week as the roster draws it: what stands on which day, in which words, over the change of clocks. No database."""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from comity.people.queries.roster import ShiftView
from comity.people.rules.shift import local_span, week_of
from comity.web.components.week import days_of_week

KYIV = ZoneInfo("Europe/Kyiv")


def shift(day, starts, ends):
    span = local_span(day, time(starts), time(ends), KYIV)
    return ShiftView(1, 1, "duty", "Duty officer, Ukraine", span.starts, span.ends, "", None, None)


def days(day, *shifts, now=None):
    week = week_of(day, KYIV)
    return days_of_week(week, shifts, zone=KYIV, now=now or week.starts)


def test_a_night_stands_where_it_begins_and_is_drawn_on_both_days():
    monday, tuesday = days(date(2026, 6, 1), shift(date(2026, 6, 1), 20, 8))[:2]
    assert [(piece.starts, piece.ends) for piece in monday.shifts] == [("20:00", "Tue 08:00")]
    assert tuesday.shifts == ()
    assert [(piece.starts, piece.ends) for piece in tuesday.still] == [("Mon 20:00", "08:00")]
    assert (monday.bars[0].x, monday.bars[0].width) == (1200, 240)
    assert (tuesday.bars[0].x, tuesday.bars[0].width) == (0, 480)
    assert (monday.gaps, tuesday.gaps) == (("00:00 to 20:00",), ("08:00 to 24:00",))


def test_the_night_before_the_week_stands_on_its_first_day():
    (monday, *_) = days(date(2026, 6, 1), shift(date(2026, 5, 31), 20, 8))
    assert [(piece.starts, piece.ends) for piece in monday.still] == [("Sun 20:00", "08:00")]


def test_a_shift_until_midnight_ends_at_24():
    (monday, *_) = days(date(2026, 6, 1), shift(date(2026, 6, 1), 8, 0))
    assert monday.shifts[0].ends == "24:00"


def test_the_day_of_the_change_is_as_long_as_it_is():
    assert days(date(2026, 3, 29))[6].minutes == 23 * 60
    assert days(date(2026, 10, 25))[6].minutes == 25 * 60


def test_only_hours_to_come_are_missing():
    now = datetime(2026, 6, 2, 9, tzinfo=UTC)
    monday, tuesday, wednesday, *_ = days(date(2026, 6, 1), now=now)
    assert (monday.over, monday.gaps) == (True, ())
    assert (tuesday.today, tuesday.gaps, tuesday.now) == (True, ("12:00 to 24:00",), 720)
    assert (wednesday.today, wednesday.gaps, wednesday.now) == (False, ("all day",), None)


def test_a_full_week_has_no_gap():
    shifts = [
        shift(date(2026, 10, 18) + timedelta(days=number), *hours)
        for number in range(9)
        for hours in ((8, 20), (20, 8))
    ]
    assert all(day.gaps == () for day in days(date(2026, 10, 25), *shifts))
