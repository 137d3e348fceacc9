"""Clocks: every worked case of the packs, and what single stories make of their rules."""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest

from comity.atlas.rules.packs.clock_rules import ClockRule, Occurrence, Who
from comity.casework.rules import events
from comity.casework.rules.clocks.clock import ClockState, Colour, colour, days_left
from comity.casework.rules.clocks.compute import clocks
from comity.casework.rules.clocks.worked_case import ClockCase, clock_cases, deviations
from comity.casework.rules.direction import Direction
from comity.casework.rules.duty import events as duty_events
from comity.casework.rules.handling import events as handling_events
from comity.casework.rules.registry import kinds
from comity.casework.tests.clock_stories import PACKS, entry, law, moved, rules, sent, sixty, ticket
from comity.ledger.rules.event import Event
from comity.people.rules.roles import Role

CASES = list(clock_cases(PACKS))


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
