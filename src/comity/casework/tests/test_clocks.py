"""Clocks: every worked case of the packs, and what must hold whatever happens."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta
from functools import cache
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from comity.atlas.queries.folder import folder_snapshot
from comity.atlas.rules.packs.clock_rules import ClockRule, Occurrence, Place, Who
from comity.atlas.rules.snapshot import Snapshot
from comity.casework.rules import events, handling_events
from comity.casework.rules.duty import events as duty_events
from comity.casework.rules.clocks.calendar import Calendar
from comity.casework.rules.clocks.clock import Clock, ClockState, Colour, colour, days_left, remaining
from comity.casework.rules.clocks.compute import clocks
from comity.casework.rules.clocks.length import stipulated
from comity.casework.rules.clocks.ticket import ClockTicket
from comity.casework.rules.clocks.worked_case import ClockCase, clock_cases, deviations
from comity.casework.rules.direction import Direction
from comity.casework.rules.registry import kinds
from comity.casework.rules.zones import zone_of
from comity.kernel.country import CountryCode
from comity.ledger.rules.entry import NOTHING_BEFORE, EntryView, chained
from comity.ledger.rules.event import Event
from comity.people.rules.roles import Role

PACKS = Path(__file__).resolve().parents[4] / "packs"
CASES = list(clock_cases(PACKS))
ZONES = ("Europe/Kyiv", "Asia/Tbilisi", "Asia/Baku", "UTC", "America/New_York", "Pacific/Apia", "Europe/Chisinau")
SIXTY = "ets185-29-7"


@cache
def law() -> Snapshot:
    return folder_snapshot(PACKS)


def rules(*names: str) -> list[ClockRule]:
    return [law().clocks[name] for name in names]


def ticket(zone: str = "Europe/Kyiv", direction: Direction = Direction.OUTGOING, **content: Any) -> ClockTicket:
    return ClockTicket(direction, {place: Calendar(zone) for place in Place}, content=content)


def entry(sequence: int, name: str, at: datetime, **payload: Any) -> EntryView:
    return chained(
        sequence=sequence,
        at=at,
        actor_reference="user:1",
        actor_display="Duty officer",
        name=name,
        subject="request:GE-2026-00001",
        payload={"happened_at": at.isoformat(), **payload},
        previous=NOTHING_BEFORE,
    )


def sent(day: date, sequence: int = 1) -> EntryView:
    return entry(sequence, "request-sent", datetime.combine(day, time(9), UTC), sent_on=day.isoformat())


def moved(sequence: int, at: datetime, what: str, follow_up: str = "GE-2026-00002") -> EntryView:
    return entry(sequence, "follow-up-moved", at, follow_up=follow_up, kind="mla-stored-data", what=what)


def sixty(entries: Sequence[EntryView], zone: str = "Europe/Kyiv") -> Clock:
    (clock,) = clocks(rules(SIXTY), ticket(zone), entries)
    return clock


@pytest.mark.parametrize("case", CASES, ids=[case.id for case in CASES])
def test_worked_case(case: ClockCase) -> None:
    assert not (wrong := deviations(case, law())), f"{case.says} {case.article}\n" + "\n".join(wrong)


def test_every_rule_has_a_worked_case_but_those_that_say_the_same_of_another_text() -> None:
    tried = {rule for case in CASES for rule in case.rules}
    assert set(law().clocks) - tried == {"unc-25", "unc-42", "emergency-10"}


def test_no_clock_before_anything_happened() -> None:
    assert clocks(law().clocks.values(), ticket(), []) == ()


def test_rules_name_only_events_and_roles_that_there_are() -> None:
    known = {
        item.name
        for module in (events, handling_events, duty_events)
        for item in vars(module).values()
        if isinstance(item, type) and issubclass(item, Event) and item is not Event
    }
    for rule in law().clocks.values():
        for occurrence in _occurrences(rule):
            assert occurrence.event in known, f"{rule.id}: {occurrence.event}"
        assert {reminder.role for reminder in rule.reminders} <= set(Role)


def _occurrences(rule: ClockRule) -> list[Occurrence]:
    found = [item for side in rule.sides.values() for item in (*side.starts_on, *side.stops_on)]
    return found + ([*rule.held.start, *rule.held.until, *rule.held.dropped] if rule.held else [])


def test_kinds_name_only_clocks_that_there_are() -> None:
    for kind in kinds().values():
        assert set(kind.clocks) <= set(law().clocks), kind.name


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
    clock = sixty([sent(sent_on)], zone)
    assert clock.ends == ends
    assert clock.starts == datetime.combine(sent_on, time(), ZoneInfo(zone))
    assert clock.article == "Article 29(7)"
    assert clock.assumption.startswith("Counted from the day of dispatch")
    assert clock.how.startswith("60 days after")


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
            what = draw(st.sampled_from(["drafted", "sent", "received", "decided", "withdrawn"]))
            follow_up = draw(st.sampled_from(["GE-2026-00002", "GE-2026-00003"]))
            payload = {"kind": "mla-stored-data", "what": what, "follow_up": follow_up}
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
    ("days_after", "expected", "left"),
    [(0, Colour.CALM, 60), (40, Colour.CALM, 20), (41, Colour.AMBER, 19), (48, Colour.AMBER, 12), (55, Colour.RED, 5),
     (60, Colour.RED, 0), (61, Colour.OVER, 0)],
)  # fmt: skip
def test_amber_below_a_third_and_red_below_a_tenth(days_after: int, expected: Colour, left: int) -> None:
    clock = sixty([sent(date(2026, 3, 1))], "UTC")
    now = datetime(2026, 3, 1, 12, tzinfo=UTC) + timedelta(days=days_after)
    assert colour(clock.starts, clock.ends, now) is expected
    assert days_left(clock.ends, now) == left
    assert clock.state_at(now) is (ClockState.OVER if expected is Colour.OVER else ClockState.RUNNING)


def test_a_second_request_for_assistance_keeps_holding_after_the_first_is_decided() -> None:
    at = datetime(2026, 3, 10, tzinfo=UTC)
    story = [
        sent(date(2026, 3, 1)),
        moved(2, at, "sent"),
        moved(3, at + timedelta(days=9), "sent", "GE-2026-00003"),
        moved(4, at + timedelta(days=80), "decided"),
    ]
    assert sixty(story).state is ClockState.HELD
    ended = sixty([*story, moved(5, at + timedelta(days=200), "withdrawn", "GE-2026-00003")])
    assert ended.state is ClockState.RUNNING
    assert ended.ends == at + timedelta(days=200)


def test_what_begins_after_the_end_holds_nothing() -> None:
    late = sixty([sent(date(2026, 3, 1)), moved(2, datetime(2026, 5, 3, tzinfo=UTC), "sent")])
    assert late.state is ClockState.RUNNING
    assert late.state_at(datetime(2026, 5, 4, tzinfo=UTC)) is ClockState.OVER


def test_a_receipt_of_the_day_itself_stops_a_clock_whose_dispatch_was_recorded_later() -> None:
    story = [
        entry(1, "request-sent", datetime(2026, 3, 3, 8, tzinfo=UTC), sent_on="2026-03-02"),
        entry(2, "request-acknowledged", datetime(2026, 3, 2, 14, tzinfo=UTC)),
    ]
    (clock,) = clocks(rules("receipt"), ticket(), story)
    assert clock.state is ClockState.STOPPED


def test_who_must_act_depends_on_the_direction() -> None:
    arrived = entry(1, "request-registered", datetime(2026, 3, 2, 8, tzinfo=UTC), oral=False)
    (ours,) = clocks(rules("receipt"), ticket(direction=Direction.INCOMING), [arrived])
    (theirs,) = clocks(rules("receipt"), ticket(), [sent(date(2026, 3, 2))])
    assert (ours.who, theirs.who) == (Who.US, Who.THEM)
    assert ours.article == "Practice"


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
