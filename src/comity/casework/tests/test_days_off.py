"""Working days, holidays and ends that move, by the real calendars of the six countries and a pack made for tests."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta
from functools import cache
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from comity.atlas.rules.packs.clock_rules import Place
from comity.casework.rules.clocks.calendar import Calendar
from comity.casework.rules.clocks.clock import Clock, ClockState
from comity.casework.rules.clocks.compute import clocks
from comity.casework.rules.clocks.days_off import country_calendar
from comity.casework.rules.clocks.ticket import ClockTicket
from comity.casework.rules.direction import Direction
from comity.casework.tests.clock_stories import entry, law
from comity.casework.tests.pack_of_tests import HELD, HOURS, MONTHS, MOVING, NAMED, RULES, WORKING
from comity.ledger.rules.entry import EntryView

SIX = ("AM", "AZ", "BY", "GE", "MD", "UA")
DAYS = st.dates(date(2010, 1, 1), date(2035, 12, 31))


@cache
def there(country: str) -> Calendar:
    """The calendar that the country's own pack gives."""
    file = law().countries[country].country
    return country_calendar(file.time_zone, file.holidays)


def ticket(calendar: Calendar) -> ClockTicket:
    return ClockTicket(Direction.OUTGOING, dict.fromkeys(Place, calendar))


def noon(day: date, calendar: Calendar) -> datetime:
    return datetime.combine(day, time(12), ZoneInfo(calendar.zone)).astimezone(UTC)


def from_day(rule: str, day: date, country: str, **said: Any) -> Clock:
    calendar = there(country)
    told = entry(1, "request-acknowledged", noon(day, calendar), said=said)
    (clock,) = clocks([RULES[rule]], ticket(calendar), [told])
    return clock


def last_day(clock: Clock) -> date:
    return Calendar(clock.zone).day_of(clock.ends)


def test_the_six_countries_have_their_calendar() -> None:
    for country in SIX:
        assert there(country).holidays is not None, country
        assert there(country).weekend == {5, 6}, country


@pytest.mark.parametrize(
    ("country", "day", "works"),
    [
        ("GE", date(2026, 1, 7), False),  # Christmas by the old style
        ("GE", date(2026, 5, 26), False),  # Independence Day
        ("GE", date(2026, 4, 10), False),  # Good Friday of the Orthodox calendar
        ("GE", date(2026, 4, 3), True),  # Good Friday of the Western one
        ("AM", date(2026, 1, 6), False),  # Christmas and Epiphany
        ("AM", date(2026, 4, 24), False),  # Remembrance of the genocide
        ("AM", date(2026, 1, 7), True),
        ("AZ", date(2026, 1, 20), False),  # Martyrs' Day
        ("AZ", date(2026, 3, 9), False),  # for 8 March, a Sunday
        ("AZ", date(2026, 3, 24), False),  # Novruz
        ("AZ", date(2025, 6, 21), True),  # a Saturday worked in exchange
        ("BY", date(2026, 4, 20), False),  # a Monday off, in exchange for
        ("BY", date(2026, 4, 25), True),  # this Saturday
        ("BY", date(2026, 4, 21), False),  # Radunitsa
        ("BY", date(2026, 12, 25), False),  # Christmas by both styles
        ("MD", date(2026, 4, 20), False),  # Day of Rejoicing
        ("MD", date(2026, 8, 27), False),  # Independence Day
        ("MD", date(2026, 12, 25), False),  # Christmas by the new style
        ("UA", date(2021, 8, 24), False),  # Independence Day
        ("UA", date(2021, 8, 28), True),  # a Saturday worked in exchange for 23 August
        ("UA", date(2023, 8, 24), True),  # under martial law holidays are working days
        ("UA", date(2023, 8, 26), False),  # and Saturdays stay free
    ],
)
def test_real_days(country: str, day: date, works: bool) -> None:
    assert there(country).works(day) is works


@pytest.mark.parametrize(
    ("country", "from_", "last"),
    [
        # Over Orthodox Easter, 10 to 13 April.
        ("GE", date(2026, 4, 8), date(2026, 4, 20)),
        # Over New Year's Eve, New Year and Christmas on 6 January.
        ("AM", date(2026, 12, 29), date(2027, 1, 8)),
        # Over Novruz and its substitutes: 20 to 27 and 30 March are free.
        ("AZ", date(2026, 3, 18), date(2026, 4, 3)),
        # Monday 20 and Tuesday 21 April are free, Saturday 25 is worked.
        ("BY", date(2026, 4, 17), date(2026, 4, 27)),
        # Over 1 May, and 9 May, a Saturday.
        ("MD", date(2026, 4, 30), date(2026, 5, 8)),
        # No holiday shortens a week of 2026 in Ukraine; in 2021 two did.
        ("UA", date(2026, 8, 21), date(2026, 8, 28)),
        ("UA", date(2021, 8, 20), date(2021, 8, 30)),
    ],
)
def test_five_working_days_there(country: str, from_: date, last: date) -> None:
    assert last_day(from_day(WORKING, from_, country)) == last


@pytest.mark.parametrize(
    ("country", "from_", "named", "last"),
    [
        ("GE", date(2026, 5, 16), date(2026, 5, 26), date(2026, 5, 27)),  # Independence Day
        ("AM", date(2026, 4, 14), date(2026, 4, 24), date(2026, 4, 27)),  # a Friday, before the weekend
        ("AZ", date(2026, 3, 10), date(2026, 3, 20), date(2026, 3, 31)),  # all of Novruz
        ("BY", date(2026, 4, 15), date(2026, 4, 25), date(2026, 4, 25)),  # a Saturday on which people work
        ("BY", date(2026, 4, 8), date(2026, 4, 18), date(2026, 4, 22)),  # a Saturday, and three days off after it
        ("MD", date(2026, 12, 22), date(2027, 1, 1), date(2027, 1, 4)),  # New Year, a Friday
        ("UA", date(2026, 8, 14), date(2026, 8, 24), date(2026, 8, 24)),  # no holiday under martial law
        ("UA", date(2021, 8, 14), date(2021, 8, 24), date(2021, 8, 25)),
        ("UA", date(2026, 3, 18), date(2026, 3, 28), date(2026, 3, 30)),  # over the night of summer time
    ],
)
def test_an_end_on_a_day_off_moves_to_the_next_working_day(country: str, from_: date, named: date, last: date) -> None:
    clock = from_day(MOVING, from_, country)
    assert last_day(clock) == last
    told = f"{named.day} {named:%B %Y} is a day off in "
    assert (told in clock.how) is (named != last)
    assert "not known here" not in clock.how
    assert last_day(from_day(NAMED, from_, country, until=named.isoformat())) == last


@pytest.mark.parametrize(
    ("country", "from_", "last"),
    [
        ("GE", date(2026, 12, 2), date(2027, 1, 4)),  # 2 January is a Saturday, and a holiday
        ("AM", date(2026, 11, 30), date(2026, 12, 30)),
        ("AM", date(2026, 12, 6), date(2027, 1, 7)),  # 6 January is Christmas
        ("MD", date(2026, 1, 31), date(2026, 3, 2)),  # 28 February is a Saturday
        ("UA", date(2028, 1, 31), date(2028, 2, 29)),
    ],
)
def test_a_month_over_the_end_of_a_year_or_february(country: str, from_: date, last: date) -> None:
    assert last_day(from_day(MONTHS, from_, country)) == last


@pytest.mark.parametrize(
    ("zone", "moment", "ends"),
    [
        # Summer time began in Kyiv on 29 March 2026 at 3:00 (1:00 UTC), and ended on 25 October at 4:00.
        ("Europe/Kyiv", datetime(2026, 3, 28, 12, tzinfo=UTC), "2026-03-29 15:00 +0300"),
        ("Europe/Kyiv", datetime(2026, 10, 24, 12, tzinfo=UTC), "2026-10-25 14:00 +0200"),
        ("Europe/Chisinau", datetime(2026, 3, 28, 12, tzinfo=UTC), "2026-03-29 15:00 +0300"),
        ("Asia/Tbilisi", datetime(2026, 3, 28, 12, tzinfo=UTC), "2026-03-29 16:00 +0400"),
    ],
)
def test_hours_are_hours_when_clocks_change(zone: str, moment: datetime, ends: str) -> None:
    (clock,) = clocks([RULES[HOURS]], ticket(Calendar(zone)), [entry(1, "request-acknowledged", moment)])
    assert clock.ends - clock.starts == timedelta(hours=24)
    assert f"{clock.ends.astimezone(ZoneInfo(zone)):%Y-%m-%d %H:%M %z}" == ends


@pytest.mark.parametrize(
    ("zone", "day", "ends"),
    [
        ("Europe/Kyiv", date(2026, 3, 28), datetime(2026, 3, 28, 21, 59, 59, tzinfo=UTC)),
        ("Europe/Kyiv", date(2026, 3, 29), datetime(2026, 3, 29, 20, 59, 59, tzinfo=UTC)),  # 23 hours long
        ("Europe/Kyiv", date(2026, 10, 25), datetime(2026, 10, 25, 21, 59, 59, tzinfo=UTC)),  # 25 hours long
        ("America/Santiago", date(2026, 4, 4), datetime(2026, 4, 5, 3, 59, 59, tzinfo=UTC)),  # 23:59:59 comes twice
    ],
)
def test_a_day_ends_with_its_last_second_when_clocks_change(zone: str, day: date, ends: datetime) -> None:
    assert Calendar(zone).end_of(day) == ends
    assert Calendar(zone).day_of(ends) == day
    assert Calendar(zone).day_of(ends + timedelta(seconds=1)) == day + timedelta(days=1)


def test_where_holidays_are_not_known_the_clock_says_so() -> None:
    told = entry(1, "request-acknowledged", datetime(2026, 3, 2, 12, tzinfo=UTC))
    for rule in (WORKING, MOVING):
        (clock,) = clocks([RULES[rule]], ticket(country_calendar("Europe/Kyiv", None)), [told])
        assert "Public holidays there are not known here" in clock.how
    with pytest.raises(NotImplementedError):
        country_calendar("UTC", "QQ")


@given(st.sampled_from(SIX), DAYS, st.integers(1, 40))
def test_working_days_are_as_many_as_asked_for(country: str, day: date, count: int) -> None:
    calendar = there(country)
    last = calendar.working_days_after(day, count)
    between = [day + timedelta(days=number) for number in range(1, (last - day).days + 1)]
    assert sum(calendar.works(each) for each in between) == count
    assert calendar.works(last)
    assert last >= day + timedelta(days=count)


@given(st.sampled_from(SIX), DAYS)
def test_an_end_moves_only_where_it_must_and_no_further(country: str, day: date) -> None:
    calendar = there(country)
    moved = calendar.moved(day)
    assert moved >= day
    assert calendar.works(moved)
    assert not any(calendar.works(day + timedelta(days=number)) for number in range((moved - day).days))
    assert calendar.moved(moved) == moved


@given(st.sampled_from(SIX), DAYS, st.sampled_from([WORKING, MOVING, MONTHS]))
def test_a_later_start_never_ends_earlier(country: str, day: date, rule: str) -> None:
    assert from_day(rule, day, country).ends <= from_day(rule, day + timedelta(days=1), country).ends


@given(st.sampled_from(SIX), DAYS, st.sampled_from([WORKING, MOVING, MONTHS]))
def test_reminders_stand_at_their_distance_from_the_moved_end(country: str, day: date, rule: str) -> None:
    clock = from_day(rule, day, country)
    calendar = there(country)
    first, last = clock.reminders
    assert first.at == calendar.start_of(last_day(clock) - timedelta(days=2))
    assert last.at == clock.ends


MINUTES = st.integers(0, 60 * 24 * 400).map(
    lambda number: datetime(2025, 10, 1, tzinfo=UTC) + timedelta(minutes=number)
)
STEPS = st.sampled_from(
    ["request-acknowledged", "request-consulted", "request-resumed", "request-postponed", "request-executed"]
)


@st.composite
def stories(draw: st.DrawFn) -> list[EntryView]:
    moments = draw(st.lists(MINUTES, unique=True, max_size=9))
    return [entry(number, draw(STEPS), moment, said={}) for number, moment in enumerate(moments, 1)]


@given(st.sampled_from(SIX), stories())
def test_a_hold_never_shortens_a_period_and_ends_no_earlier_than_it(country: str, story: list[EntryView]) -> None:
    given_ticket = ticket(there(country))
    held = {clock.rule: clock for clock in clocks(RULES.values(), given_ticket, story)}
    if HELD not in held:
        return
    free, held_one = held[MOVING], held[HELD]
    assert held_one.starts == free.starts
    assert held_one.ends >= free.ends
    assert held_one.state is not ClockState.HELD or held_one.reminders == ()


@given(st.sampled_from(SIX), stories(), st.randoms(use_true_random=False))
def test_the_order_of_recording_changes_nothing(country: str, story: list[EntryView], random: Any) -> None:
    others = list(story)
    random.shuffle(others)
    renumbered = [replace(item, sequence=number) for number, item in enumerate(others, 1)]
    given_ticket = ticket(there(country))
    assert clocks(RULES.values(), given_ticket, story) == clocks(RULES.values(), given_ticket, renumbered)


@given(st.sampled_from(SIX), stories(), MINUTES, st.data())
def test_a_correction_is_as_if_it_had_been_recorded_right(
    country: str, story: list[EntryView], right: datetime, data: st.DataObject
) -> None:
    assume(story and right.isoformat() not in {item.payload["happened_at"] for item in story})
    wrong = data.draw(st.sampled_from(story))
    correction = entry(99, "event-corrected", right, corrects=wrong.sequence, reason="")
    told_right = [
        replace(item, payload={**item.payload, "happened_at": right.isoformat()}) if item is wrong else item
        for item in story
    ]
    given_ticket = ticket(there(country))
    assert clocks(RULES.values(), given_ticket, [*story, correction]) == clocks(
        RULES.values(), given_ticket, told_right
    )


@given(st.sampled_from(SIX), stories())
def test_every_clock_names_its_source(country: str, story: list[EntryView]) -> None:
    for clock in clocks(RULES.values(), ticket(there(country)), story):
        assert clock.source == "Made for tests."
        assert clock.pinpoint
        assert clock.how.endswith(".")
        assert clock.starts <= clock.ends


def test_no_shipped_rule_claims_what_no_source_says() -> None:
    """None of the texts that the packs know says that periods are counted in working days, or that an end moves."""
    for rule in law().clocks.values():
        assert not rule.end_moves, rule.id
        assert all(length.working_days is None for length in rule.length), rule.id
