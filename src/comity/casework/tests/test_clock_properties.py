"""Clocks: what must hold whatever happens, in whatever order it is written down."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from comity.casework.rules.clocks.calendar import Calendar
from comity.casework.rules.clocks.clock import ClockState, remaining
from comity.casework.rules.clocks.compute import clocks
from comity.casework.rules.clocks.length import stipulated
from comity.casework.rules.clocks.ticket import ClockTicket
from comity.casework.rules.direction import Direction
from comity.casework.rules.zones import zone_of
from comity.casework.tests.clock_stories import entry, law, sent, sixty, ticket
from comity.kernel.country import CountryCode
from comity.ledger.rules.entry import EntryView

ZONES = ("Europe/Kyiv", "Asia/Tbilisi", "Asia/Baku", "UTC", "America/New_York", "Pacific/Apia", "Europe/Chisinau")
MOMENTS = st.integers(0, 10**9 * 3).map(lambda seconds: datetime(2000, 1, 1, tzinfo=UTC) + timedelta(seconds=seconds))
NAMES = st.sampled_from(
    ["request-sent", "request-registered", "request-acknowledged", "request-more-asked", "request-completed",
     "request-forwarded", "request-preserved", "request-executed", "request-refused", "request-postponed",
     "request-taken-back", "follow-up-moved"]
)  # fmt: skip


@st.composite
def stories(draw: st.DrawFn) -> list[EntryView]:
    """Anything in any order, each at a moment of its own."""
    found = []
    for number, moment in enumerate(draw(st.lists(MOMENTS, unique=True, max_size=8)), 1):
        name, payload = draw(NAMES), dict[str, Any]()
        if name == "request-sent":
            payload = {"sent_on": moment.date().isoformat()}
        elif name == "request-preserved":
            until = draw(st.none() | st.dates(date(1999, 1, 1), date(2099, 1, 1)))
            payload = {"said": {"until": until.isoformat()} if until else {}}
        elif name == "follow-up-moved":
            what = draw(st.sampled_from(["drafted", "sent", "received", "preserved", "decided", "withdrawn"]))
            follow_up = draw(st.sampled_from(["GE-2026-00002", "GE-2026-00003"]))
            payload = {
                "kind": draw(st.sampled_from(["mla-stored-data", "extension"])),
                "what": what,
                "follow_up": follow_up,
            }
        elif name == "request-registered":
            payload = {"oral": draw(st.booleans())}
        found.append(entry(number, name, moment, **payload))
    return found


TICKETS = st.builds(ticket, st.sampled_from(ZONES), st.sampled_from(list(Direction)))


@given(stories(), TICKETS, st.randoms(use_true_random=False))
def test_the_order_of_recording_changes_nothing(story: list[EntryView], given_ticket: ClockTicket, random: Any) -> None:
    """Each entry tells when it happened; in which order they were written down is no matter of law."""
    others = list(story)
    random.shuffle(others)
    renumbered = [replace(item, sequence=number) for number, item in enumerate(others, 1)]
    every = law().clocks.values()
    assert clocks(every, given_ticket, story) == clocks(every, given_ticket, renumbered)


@given(stories(), TICKETS)
def test_whatever_happens_a_clock_has_a_source_and_ends_after_it_starts(
    story: list[EntryView], given_ticket: ClockTicket
) -> None:
    for clock in clocks(law().clocks.values(), given_ticket, story):
        assert clock.source
        assert clock.pinpoint
        assert clock.how
        assert clock.basis != "law" or clock.article.startswith("Article ")
        assert clock.starts <= clock.ends
        assert all(clock.starts < due.at <= clock.ends for due in clock.reminders)
        assert [due.at for due in clock.reminders] == sorted(due.at for due in clock.reminders)
        assert (clock.state is ClockState.HELD) == (clock.held_since is not None and clock.stopped_at is None)
        assert not (clock.state in {ClockState.HELD, ClockState.STOPPED} and clock.reminders)


@given(stories(), TICKETS)
def test_holding_never_shortens(story: list[EntryView], given_ticket: ClockTicket) -> None:
    unheld = [item for item in story if item.name != "follow-up-moved"]
    without = {clock.rule: clock for clock in clocks(law().clocks.values(), given_ticket, unheld)}
    for clock in clocks(law().clocks.values(), given_ticket, story):
        assert clock.ends >= without[clock.rule].ends


@given(stories(), TICKETS, MOMENTS)
def test_a_correction_is_as_if_it_had_been_recorded_right(
    story: list[EntryView], given_ticket: ClockTicket, right: datetime
) -> None:
    wrong = [item for item in story if item.name not in {"request-sent", "event-corrected"}]
    assume(wrong and right not in {datetime.fromisoformat(item.payload["happened_at"]) for item in story})
    target = wrong[0]
    correction = entry(99, "event-corrected", right, corrects=target.sequence, reason="")
    told_right = [
        replace(item, payload={**item.payload, "happened_at": right.isoformat()}) if item is target else item
        for item in story
    ]
    every = law().clocks.values()
    assert clocks(every, given_ticket, [*story, correction]) == clocks(every, given_ticket, told_right)


@given(st.dates(date(2000, 1, 1), date(2099, 1, 1)), st.sampled_from(ZONES))
def test_the_sixtieth_day_is_counted_on_the_calendar_over_summer_time_and_new_year(sent_on: date, zone: str) -> None:
    clock = sixty([sent(sent_on)], zone)
    there = clock.ends.astimezone(ZoneInfo(zone))
    assert there.date() == sent_on + timedelta(days=60)
    assert there.time() == time(23, 59, 59)
    assert remaining(clock.starts, clock.ends, clock.starts) == 1
    assert remaining(clock.starts, clock.ends, clock.ends) == 0
    assert remaining(clock.starts, clock.ends, clock.ends + timedelta(days=9)) == 0


@pytest.mark.parametrize(
    ("day", "count", "last"),
    [
        (date(2026, 3, 2), 5, date(2026, 3, 9)),
        (date(2026, 3, 6), 1, date(2026, 3, 9)),
        (date(2026, 12, 24), 5, date(2027, 1, 4)),
    ],
)
def test_working_days_leave_out_weekends_and_holidays(day: date, count: int, last: date) -> None:
    there = Calendar("Europe/Kyiv", {date(2026, 12, 25), date(2027, 1, 1)})
    assert there.working_days_after(day, count) == last
    assert there.works(there.moved(date(2026, 12, 25)))


@pytest.mark.parametrize(
    ("day", "count", "last"),
    [
        (date(2026, 1, 31), 1, date(2026, 2, 28)),
        (date(2026, 11, 30), 3, date(2027, 2, 28)),
        (date(2026, 3, 2), 12, date(2027, 3, 2)),
    ],
)
def test_months_end_on_the_same_day_or_the_last(day: date, count: int, last: date) -> None:
    assert Calendar("UTC").months_after(day, count) == last


@pytest.mark.parametrize(
    ("written", "days"),
    [("within 45 days of receipt", 45), ("20 days", 20), ("as soon as possible", 0), ("10 days, at most 20 days", 0),
     ("in 1.5 days", 0), (None, 0), (40, 40), (True, 0), ("within 90 calendar days", 90), ("99999 days", 0)],
)  # fmt: skip
def test_a_time_frame_is_read_only_where_it_says_one_number_of_days(written: Any, days: int) -> None:
    assert stipulated(written) == days


def test_a_country_without_a_pack_gets_the_zone_in_which_its_day_ends_first() -> None:
    moment = datetime(2026, 1, 15, tzinfo=UTC)
    assert zone_of(CountryCode("FR"), moment) == "Europe/Paris"
    assert zone_of(CountryCode("AM"), moment) == "Asia/Yerevan"
    assert zone_of(CountryCode("BV"), moment) == "UTC"  # an island nobody lives on
    assert moment.astimezone(ZoneInfo(zone_of(CountryCode("US"), moment))).utcoffset() == timedelta(hours=-5)
