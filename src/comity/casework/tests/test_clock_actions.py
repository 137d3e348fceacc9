"""Clocks on the node: rewritten with each event, reminded of once, escalated, seen, and noted when they run out."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest

from comity.casework.actions import recompute_clocks as recomputing
from comity.casework.actions.correct_event import correct_event
from comity.casework.actions.mark_request_sent import mark_request_sent
from comity.casework.actions.raise_reminders import raise_reminders
from comity.casework.actions.recompute_all_clocks import recompute_all_clocks
from comity.casework.actions.see_reminder import see_reminder
from comity.casework.actions.take_step import take_step
from comity.casework.models import Case, Reminder, Request, RequestClock
from comity.casework.queries.reminders import reminders_of
from comity.casework.queries.request_page import request_page
from comity.casework.queries.running_clocks import running_clocks
from comity.casework.rules.handling.table import Step
from comity.casework.rules.refusal import NotFound, Refused
from comity.ledger.queries.entries import entries_about
from comity.people.rules.roles import NotEntitled

pytestmark = pytest.mark.django_db
Freeze = Callable[[datetime], None]
NOW = datetime(2026, 3, 2, 10, tzinfo=UTC)


@pytest.fixture
def sent(cast: Any, at: Callable[..., str], law: None) -> str:
    """A preservation request that left on 2 March 2026."""
    reference = at("ready")
    mark_request_sent(reference, sent_on=date(2026, 3, 2), channel="24/7 network", by=cast.duty)
    return reference


def clock(reference: str, rule: str = "ets185-29-7") -> RequestClock:
    return RequestClock.objects.get(request__reference=reference, rule=rule)


def names(reference: str) -> list[str]:
    return [entry.name for entry in entries_about(f"request:{reference}")]


def test_no_clock_before_dispatch(cast: Any, at: Callable[..., str], law: None) -> None:
    at("ready")
    assert not RequestClock.objects.exists()


def test_dispatch_starts_the_clocks_and_a_step_stops_one(cast: Any, sent: str, frozen_clock: Freeze) -> None:
    running = clock(sent)
    assert (running.state, running.ours, running.basis) == ("running", True, "law")
    assert running.ends == datetime(2026, 5, 1, 20, 59, 59, tzinfo=UTC)
    assert running.next_reminder_at == datetime(2026, 4, 9, 21, tzinfo=UTC)
    assert clock(sent, "receipt").state == "running"
    frozen_clock(NOW + timedelta(hours=3))
    take_step(sent, Step.ACKNOWLEDGE, {"their_reference": "UA-7"}, by=cast.duty)
    assert clock(sent, "receipt").state == "stopped"
    assert clock(sent).pk == running.pk


def test_a_step_that_fails_leaves_the_clocks_as_they_were(cast: Any, sent: str, monkeypatch: Any) -> None:
    def fail(*_: Any) -> None:
        raise RuntimeError("The disk is full.")

    before = list(RequestClock.objects.order_by("pk").values())
    monkeypatch.setattr(recomputing, "_write", fail)
    with pytest.raises(RuntimeError):
        take_step(sent, Step.ACKNOWLEDGE, {}, by=cast.duty)
    assert list(RequestClock.objects.order_by("pk").values()) == before
    assert "request-acknowledged" not in names(sent)


def test_the_day_they_name_takes_the_place_of_the_sixty_days(cast: Any, sent: str, frozen_clock: Freeze) -> None:
    frozen_clock(NOW + timedelta(days=1))
    take_step(sent, Step.PRESERVE, {"until": "2026-08-31"}, by=cast.duty)
    assert clock(sent).state == "stopped"
    assert not clock(sent).reminders.exists()
    named = clock(sent, "preserved-until")
    assert (named.state, named.basis, f"{named.ends:%Y-%m-%d %H:%M:%S}") == ("running", "told", "2026-08-31 20:59:59")
    shown = request_page(cast.duty, sent)
    assert shown.line.clock is not None
    assert shown.line.clock.rule == "preserved-until"
    assert [view.state for view in shown.clocks] == ["running", "stopped", "stopped"]


def test_reminders_are_raised_once_at_their_distances(cast: Any, sent: str, frozen_clock: Freeze) -> None:
    RequestClock.objects.filter(rule="receipt").delete()
    assert raise_reminders() == 0
    frozen_clock(datetime(2026, 4, 9, 21, tzinfo=UTC))
    assert raise_reminders() == 1
    assert raise_reminders() == 0
    (reminder,) = reminders_of(cast.drafter)
    assert (reminder.role, reminder.escalated) == ("drafter", False)
    assert reminders_of(cast.duty) == ()
    assert clock(sent).next_reminder_at == datetime(2026, 4, 23, 21, tzinfo=UTC)
    assert names(sent).count("reminder-raised") == 1


def test_what_nobody_sees_goes_to_the_next_role(cast: Any, sent: str, frozen_clock: Freeze) -> None:
    RequestClock.objects.filter(rule="receipt").delete()
    frozen_clock(datetime(2026, 4, 10, 6, tzinfo=UTC))
    raise_reminders()
    frozen_clock(datetime(2026, 4, 11, 5, 59, tzinfo=UTC))
    assert raise_reminders() == 0
    frozen_clock(datetime(2026, 4, 11, 6, tzinfo=UTC))
    assert raise_reminders() == 1
    (reminder,) = reminders_of(cast.duty)
    assert reminder.escalated
    see_reminder(reminder.number, by=cast.duty)
    see_reminder(reminders_of(cast.drafter)[0].number, by=cast.drafter)
    frozen_clock(datetime(2026, 4, 20, tzinfo=UTC))
    assert raise_reminders() == 0
    assert reminders_of(cast.duty) == reminders_of(cast.drafter) == ()
    assert names(sent).count("reminder-seen") == 2


def to_the_roles_in_turn(reference: str) -> list[tuple[str, bool]]:
    raised = Reminder.objects.filter(clock=clock(reference), raised_at__isnull=False)
    return list(raised.order_by("due_at").values_list("role", "escalated"))


def test_one_role_a_day_and_not_a_role_a_minute(cast: Any, sent: str, frozen_clock: Freeze) -> None:
    RequestClock.objects.filter(rule="receipt").delete()
    first = datetime(2026, 4, 10, 6, tzinfo=UTC)
    for hours, expected in (
        (0, [("drafter", False)]),
        (24, [("drafter", False), ("duty-officer", True)]),
        (47, [("drafter", False), ("duty-officer", True)]),
        (48, [("drafter", False), ("duty-officer", True), ("approver", True)]),
        (72, [("drafter", False), ("duty-officer", True), ("approver", True), ("administrator", True)]),
    ):
        for minute in range(3):
            frozen_clock(first + timedelta(hours=hours, minutes=minute))
            raise_reminders()
        assert to_the_roles_in_turn(sent) == expected
    story = [entry.payload for entry in entries_about(f"request:{sent}") if entry.name == "reminder-raised"]
    assert [(told["role"], told["escalated"]) for told in story] == expected


def test_what_the_next_role_has_seen_goes_no_further(cast: Any, sent: str, frozen_clock: Freeze) -> None:
    RequestClock.objects.filter(rule="receipt").delete()
    first = datetime(2026, 4, 10, 6, tzinfo=UTC)
    for hours in (0, 24):
        frozen_clock(first + timedelta(hours=hours))
        raise_reminders()
    see_reminder(reminders_of(cast.duty)[0].number, by=cast.duty)
    assert [reminder.role for reminder in reminders_of(cast.drafter)] == ["drafter"]  # still before whoever missed it
    for hours in (25, 72, 240):
        frozen_clock(first + timedelta(hours=hours))
        assert raise_reminders() == 0
    assert to_the_roles_in_turn(sent) == [("drafter", False), ("duty-officer", True)]


def test_a_clock_in_hours_goes_up_within_the_hour(cast: Any, sent: str, frozen_clock: Freeze) -> None:
    RequestClock.objects.exclude(rule="receipt").delete()
    due = clock(sent, "receipt").ends - timedelta(hours=4)
    for after, roles in ((0, ["duty-officer"]), (59, ["duty-officer"]), (60, ["duty-officer", "approver"])):
        frozen_clock(due + timedelta(minutes=after))
        raise_reminders()
        raised = Reminder.objects.filter(raised_at__isnull=False).order_by("due_at")
        assert [reminder.role for reminder in raised] == roles


def test_seen_by_whoever_has_the_role_and_may_see_the_request(cast: Any, sent: str, frozen_clock: Freeze) -> None:
    frozen_clock(datetime(2026, 4, 10, tzinfo=UTC))
    raise_reminders()
    (reminder,) = reminders_of(cast.drafter)
    with pytest.raises(NotEntitled):
        see_reminder(reminder.number, by=cast.approver)
    Case.objects.update(restricted=True, opened_by=cast.approver)
    assert reminders_of(cast.drafter) == ()
    with pytest.raises(NotFound):
        see_reminder(reminder.number, by=cast.drafter)
    with pytest.raises(NotFound):
        see_reminder(10**9, by=cast.approver)


def test_a_clock_that_ran_out_is_noted_once(cast: Any, sent: str, frozen_clock: Freeze) -> None:
    frozen_clock(datetime(2026, 5, 2, tzinfo=UTC))
    raise_reminders()
    raise_reminders()
    assert names(sent).count("clock-ran-out") == 2  # the sixty days, and the receipt
    ended = [entry.payload for entry in entries_about(f"request:{sent}") if entry.name == "clock-ran-out"]
    assert {
        "rule": "ets185-29-7",
        "title": "Preservation may lapse",
        "ours": True,
        "happened_at": "2026-05-01T20:59:59+00:00",
    } in ended
    story = [line.sentence for line in request_page(cast.duty, sent).timeline]
    assert "This node noted that the time of “Preservation may lapse” is over." in story
    assert "This node reminded every approver of “Preservation may lapse”." in story
    lines = running_clocks(cast.duty)
    assert lines[0].clock is not None
    assert lines[-1].clock is not None
    assert lines[-1].clock.state == "over"
    assert "may have lapsed" in lines[-1].clock.next_step


def test_a_correction_computes_everything_anew(cast: Any, sent: str, frozen_clock: Freeze) -> None:
    frozen_clock(NOW + timedelta(days=5))
    entry = take_step(sent, Step.PRESERVE, {}, by=cast.duty)
    assert clock(sent).ends.date() == date(2026, 5, 6)
    frozen_clock(NOW + timedelta(days=6))
    correct_event(sent, entry.sequence, happened_at=NOW + timedelta(days=2), reason="Their letter.", by=cast.duty)
    assert clock(sent).ends.date() == date(2026, 5, 3)
    assert "request-preserved" in names(sent)
    assert names(sent)[-1] == "event-corrected"


def test_a_correction_that_brings_a_clock_back_lets_it_remind_again(cast: Any, sent: str, frozen_clock: Freeze) -> None:
    frozen_clock(datetime(2026, 5, 2, tzinfo=UTC))
    entry = take_step(sent, Step.PRESERVE, {}, happened_at=NOW, by=cast.duty)
    raise_reminders()
    assert clock(sent).ran_out_at is not None
    correct_event(sent, entry.sequence, happened_at=datetime(2026, 4, 30, tzinfo=UTC), reason="Later.", by=cast.duty)
    anew = clock(sent)
    assert (anew.ran_out_at, anew.ends.date()) == (None, date(2026, 6, 29))
    assert not Reminder.objects.filter(clock=anew, raised_at__isnull=False).exists()


@pytest.mark.parametrize(
    ("moment", "reason", "field"),
    [
        (NOW + timedelta(days=30), "Why.", "happened_at"),
        (datetime(2026, 2, 1, tzinfo=UTC), "Why.", "happened_at"),
        (datetime(2026, 3, 3, 9), "Why.", "happened_at"),  # noqa: DTZ001  a moment without a zone, as forged input has it
        (NOW + timedelta(hours=1), " ", "reason"),
        (NOW + timedelta(hours=1), "x" * 5000, "reason"),
    ],
)
def test_corrections_that_cannot_be_are_refused(
    cast: Any, sent: str, frozen_clock: Freeze, moment: datetime, reason: str, field: str
) -> None:
    frozen_clock(NOW + timedelta(days=3))
    entry = take_step(sent, Step.ACKNOWLEDGE, {}, by=cast.duty)
    with pytest.raises(Refused) as caught:
        correct_event(sent, entry.sequence, happened_at=moment, reason=reason, by=cast.duty)
    assert caught.value.gaps[0].field == field
    assert names(sent)[-1] == "request-acknowledged"


def test_only_what_happened_to_this_request_is_corrected_and_only_by_hands(cast: Any, sent: str) -> None:
    entries = entries_about(f"request:{sent}")
    foreign = next(entry for entry in entries if entry.name == "request-approved")
    with pytest.raises(Refused):
        correct_event(sent, foreign.sequence, happened_at=NOW, reason="Why.", by=cast.duty)
    with pytest.raises(Refused):
        correct_event(sent, 1, happened_at=NOW, reason="Why.", by=cast.duty)
    with pytest.raises(NotEntitled):
        correct_event(sent, entries[-1].sequence, happened_at=NOW, reason="Why.", by=cast.auditor)


def test_lists_of_clocks_narrow_and_take_one_query(
    cast: Any, sent: str, frozen_clock: Freeze, django_assert_max_num_queries: Any
) -> None:
    assert [line.clock.rule for line in running_clocks(cast.duty) if line.clock] == ["receipt", "ets185-29-7"]
    assert [line.clock.rule for line in running_clocks(cast.duty, ours=True) if line.clock] == ["ets185-29-7"]
    assert [line.clock.rule for line in running_clocks(cast.duty, ours=False) if line.clock] == ["receipt"]
    assert len(running_clocks(cast.duty, until=NOW + timedelta(days=7))) == 1
    assert running_clocks(cast.admin) == ()
    with django_assert_max_num_queries(2):  # the clocks, and the user's roles
        running_clocks(cast.duty)


def test_all_clocks_are_computed_anew_where_the_rules_change(cast: Any, sent: str) -> None:
    RequestClock.objects.all().delete()
    recompute_all_clocks()
    assert clock(sent).state == "running"
    Request.objects.update(kind="preservation")
    before = list(RequestClock.objects.order_by("pk").values())
    recompute_all_clocks()
    assert list(RequestClock.objects.order_by("pk").values()) == before
