"""The roster against a real database: who may plan whom, what is refused, what the ledger says."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, date, datetime, timedelta
from threading import Barrier

import pytest
from django.db import IntegrityError, connection, transaction

from comity.kernel import clock
from comity.kernel.digest import Digest
from comity.ledger.queries.entries import entries_about
from comity.people.actions.cancel_shift import cancel_shift
from comity.people.actions.change_shift import change_shift
from comity.people.actions.hand_over_shift import hand_over_shift
from comity.people.actions.plan_shift import plan_shift
from comity.people.models.shift import Shift
from comity.people.models.user import User
from comity.people.queries.roster import (
    handovers,
    last_handover,
    my_current_shift,
    on_duty_now,
    on_duty_or_next,
    shift_to_hand_over,
    shift_view,
    shifts_between,
)
from comity.people.rules.refusal import Refused
from comity.people.rules.roles import NotEntitled, Role
from comity.people.rules.shift import Span
from comity.people.tests.officers import user

pytestmark = pytest.mark.django_db

NOW = datetime(2026, 3, 2, 10, tzinfo=UTC)
HOUR = timedelta(hours=1)


@pytest.fixture(autouse=True)
def at(frozen_clock: Callable[[datetime], None]) -> Callable[[datetime], None]:
    """Moves the clock; it stands at NOW."""
    frozen_clock(NOW)
    return frozen_clock


@pytest.fixture
def duty() -> User:
    return user("duty", Role.DUTY_OFFICER)


def _plan(officer: User, start: float, end: float, by: User | None = None) -> int:
    """A shift from so many hours after NOW to so many."""
    return plan_shift(officer, starts=NOW + start * HOUR, ends=NOW + end * HOUR, by=by or officer)


def test_a_planned_shift_is_on_the_roster_and_in_the_ledger(duty: User) -> None:
    number = _plan(duty, -2, 10)
    (shift,) = on_duty_now()
    assert (shift.id, shift.officer, shift.ends) == (number, "Duty, Georgia", NOW + 10 * HOUR)
    assert my_current_shift(duty) == shift == shift_view(number)
    (entry,) = entries_about(f"shift:{number}")
    assert (entry.name, entry.actor_reference) == ("shift-planned", duty.subject)
    assert entry.payload == {
        "username": "duty",
        "starts": "2026-03-02T08:00:00+00:00",
        "ends": "2026-03-02T20:00:00+00:00",
    }


def test_a_moment_in_another_zone_is_kept_in_utc(duty: User) -> None:
    starts = datetime(2026, 3, 3, 20, tzinfo=duty.zone)
    shift = shift_view(plan_shift(duty, starts=starts, ends=starts + 12 * HOUR, by=duty))
    assert shift is not None
    assert shift.starts == datetime(2026, 3, 3, 16, tzinfo=UTC)


@pytest.mark.parametrize("role", [Role.DRAFTER, Role.APPROVER, Role.EDITOR, Role.AUDITOR])
def test_others_plan_nothing(duty: User, role: Role) -> None:
    other = user("other", role)
    number = _plan(duty, 1, 2)
    for act in (
        lambda: _plan(duty, 3, 4, by=other),
        lambda: cancel_shift(number, by=other),
        lambda: change_shift(number, ends=NOW + HOUR, by=other),
    ):
        with pytest.raises(NotEntitled, match="duty officer or administrator"):
            act()
    assert Shift.objects.count() == 1


def test_an_administrator_plans_and_is_not_planned(duty: User) -> None:
    chief = user("chief", Role.ADMINISTRATOR)
    _plan(duty, 1, 2, by=chief)
    with pytest.raises(Refused, match=r"Chief, Georgia is not a duty officer on 2 March 2026") as refused:
        _plan(chief, 1, 2, by=chief)
    assert refused.value.field == "user"


def test_the_role_must_cover_every_day_of_the_shift(duty: User) -> None:
    leaving = user("leaving", Role.DUTY_OFFICER, until=date(2026, 3, 4))
    for start, end in ((34, 35), (33, 35), (24, 34.5)):
        with pytest.raises(Refused, match=r"not a duty officer on 4 March 2026"):
            _plan(leaving, start, end, by=duty)
    _plan(leaving, 24, 34, by=duty)  # until midnight in Tbilisi


def test_a_deactivated_officer_is_not_planned(duty: User) -> None:
    gone = user("gone", Role.DUTY_OFFICER)
    User.objects.filter(pk=gone.pk).update(is_active=False)
    with pytest.raises(Refused, match="not a duty officer"):
        _plan(gone, 1, 2, by=duty)


@pytest.mark.parametrize(("start", "end"), [(-1, 1), (0, 12), (11, 13), (3, 4), (-1, 13)])
def test_nobody_is_on_duty_twice_at_once(duty: User, start: int, end: int) -> None:
    _plan(duty, 0, 12)
    with pytest.raises(Refused, match="from 2 March 2026, 14:00 to 3 March 2026, 02:00 already"):
        _plan(duty, start, end)


def test_shifts_may_touch_and_two_officers_may_share_an_hour(duty: User) -> None:
    second = user("second", Role.DUTY_OFFICER)
    _plan(duty, -4, 8)
    _plan(duty, 8, 12)
    _plan(second, -1, 6, by=duty)
    assert [shift.username for shift in on_duty_now()] == ["duty", "second"]


@pytest.mark.parametrize(("start", "end"), [(2, 2), (3, 2), (1, 26), (-5, -1), (24 * 401, 24 * 401 + 8)])
def test_impossible_shifts_are_refused_and_leave_nothing(duty: User, start: int, end: int) -> None:
    with pytest.raises(Refused):
        _plan(duty, start, end)
    assert not Shift.objects.exists()


def test_the_database_itself_refuses_them(duty: User) -> None:
    for ends in (NOW, NOW - HOUR, NOW + 26 * HOUR):
        with pytest.raises(IntegrityError, match="shift_ends_within_a_day"), transaction.atomic():
            Shift.objects.create(user=duty, starts=NOW, ends=ends, created_at=NOW)
    with pytest.raises(IntegrityError, match="shift_handed_over_with_a_note"), transaction.atomic():
        Shift.objects.create(
            user=duty, starts=NOW, ends=NOW + HOUR, created_at=NOW, handed_over_at=NOW, handed_over_by=duty
        )


@pytest.mark.django_db(transaction=True)
def test_two_who_plan_at_once_do_not_overlap(duty: User) -> None:
    together = Barrier(2)

    def plan(start: int) -> bool:
        try:
            with clock.frozen(NOW):
                together.wait()
                _plan(duty, start, start + 4)
        except Refused:
            return False
        finally:
            connection.close()
        return True

    with ThreadPoolExecutor(2) as pool:
        assert sorted(pool.map(plan, (1, 2))) == [False, True]
    assert Shift.objects.count() == 1


def test_only_a_shift_to_come_is_cancelled(duty: User) -> None:
    coming, running = _plan(duty, 13, 14), _plan(duty, -1, 12)
    cancel_shift(coming, by=duty)
    with pytest.raises(Refused, match="has begun"):
        cancel_shift(running, by=duty)
    with pytest.raises(Refused, match="not on the roster any more"):
        cancel_shift(coming, by=duty)
    assert [entry.name for entry in entries_about(f"shift:{coming}")] == ["shift-planned", "shift-cancelled"]


def test_a_running_shift_ends_earlier_or_later(duty: User) -> None:
    number = _plan(duty, -1, 2)
    change_shift(number, ends=NOW + 4 * HOUR, by=duty)
    assert on_duty_now()[0].ends == NOW + 4 * HOUR
    with pytest.raises(Refused, match="has passed"):
        change_shift(number, ends=NOW - timedelta(minutes=1), by=duty)
    with pytest.raises(Refused, match="longer than 24 hours"):
        change_shift(number, ends=NOW + 24 * HOUR, by=duty)
    change_shift(number, ends=NOW, by=duty)
    assert on_duty_now() == ()
    with pytest.raises(Refused, match="Only a shift that runs"):
        change_shift(number, ends=NOW + HOUR, by=duty)
    assert entries_about(f"shift:{number}")[-1].payload == {
        "username": "duty",
        "ends": "2026-03-02T10:00:00+00:00",
        "ends_before": "2026-03-02T14:00:00+00:00",
    }


def test_a_longer_shift_does_not_run_into_the_next(duty: User) -> None:
    number = _plan(duty, -1, 2)
    _plan(duty, 3, 4)
    with pytest.raises(Refused, match="on duty from"):
        change_shift(number, ends=NOW + 4 * HOUR, by=duty)
    change_shift(number, ends=NOW + 3 * HOUR, by=duty)


def test_handing_over_keeps_the_note_and_records_its_digest(duty: User) -> None:
    number = _plan(duty, -8, 1)
    hand_over_shift(number, " Two requests wait for Kyiv. \r\nNothing else. ", by=duty)
    shift = last_handover()
    assert shift is not None
    assert (shift.note, shift.handed_over_at) == ("Two requests wait for Kyiv. \nNothing else.", NOW)
    assert shift.handed_over_by == "Duty, Georgia"
    assert on_duty_now() == (shift,), "the officer stays on duty to the end"
    entry = entries_about(f"shift:{number}")[-1]
    assert entry.payload == {"username": "duty", "note_digest": Digest.of(shift.note.encode())}


def test_more_can_be_added_until_the_end(duty: User, at: Callable[[datetime], None]) -> None:
    number = _plan(duty, -8, 1)
    hand_over_shift(number, "Nothing open.", by=duty)
    at(NOW + timedelta(minutes=55))
    hand_over_shift(number, "One came.", by=duty)
    assert handovers()[0].note == "Nothing open.\n\nAdded at 14:55: One came."
    at(NOW + HOUR)
    with pytest.raises(Refused, match="handed over and has ended"):
        hand_over_shift(number, "And another.", by=duty)


def test_a_forgotten_note_can_be_written_the_next_day(duty: User, at: Callable[[datetime], None]) -> None:
    number = _plan(duty, -8, 1)
    assert shift_to_hand_over(duty) == shift_view(number)
    at(NOW + 24 * HOUR)
    hand_over_shift(number, "Nothing open.", by=duty)
    assert shift_to_hand_over(duty) is None
    late = Shift.objects.create(user=duty, starts=NOW - 40 * HOUR, ends=NOW - 20 * HOUR, created_at=NOW)
    at(NOW + 4 * HOUR)
    with pytest.raises(Refused, match="more than a day ago"):
        hand_over_shift(late.pk, "Nothing open.", by=duty)


def test_who_may_hand_over(duty: User) -> None:
    second, drafter = user("second", Role.DUTY_OFFICER), user("drafter", Role.DRAFTER)
    number, coming = _plan(duty, -8, 1), _plan(duty, 5, 6)
    with pytest.raises(NotEntitled, match="duty officer"):
        hand_over_shift(number, "Nothing open.", by=drafter)
    with pytest.raises(Refused, match="next officer must know"):
        hand_over_shift(number, "  ", by=duty)
    with pytest.raises(Refused, match="has not begun"):
        hand_over_shift(coming, "Nothing open.", by=duty)
    hand_over_shift(number, "Duty fell ill. Nothing open.", by=second)
    assert handovers()[0].handed_over_by == "Second, Georgia"


def test_a_week_holds_every_shift_that_touches_it(duty: User, at: Callable[[datetime], None]) -> None:
    numbers = [_plan(duty, start, start + 12) for start in (0, 24, 48)]
    within = Span(NOW + 11 * HOUR, NOW + 48 * HOUR)
    assert [shift.id for shift in shifts_between(within)] == numbers[:2]
    at(NOW - HOUR)
    assert [shift.id for shift in on_duty_or_next()] == numbers[:1]
    at(NOW + 25 * HOUR)
    assert [shift.id for shift in on_duty_or_next()] == [numbers[1]]
    at(NOW + 100 * HOUR)
    assert on_duty_or_next() == ()


def test_each_question_is_one_query(duty: User, django_assert_num_queries: Callable[[int], object]) -> None:
    for start in (-8, 5, 20):
        _plan(duty, start, start + 12)
    hand_over_shift(on_duty_now()[0].id, "Nothing open.", by=duty)
    for ask in (
        on_duty_now,
        on_duty_or_next,
        handovers,
        lambda: my_current_shift(duty),
        lambda: shift_to_hand_over(duty),
        lambda: shifts_between(Span(NOW, NOW + 100 * HOUR)),
    ):
        with django_assert_num_queries(1):
            ask()
