"""The demonstration's roster: somebody is on duty at whatever hour the node opens, and nothing is doubled."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta

import pytest

from comity.ledger.queries.entries import entries_about
from comity.people.actions.load_demonstration import load_demonstration
from comity.people.actions.revoke_role import revoke_role
from comity.people.models.shift import Shift
from comity.people.queries.roster import last_handover, on_duty_now
from comity.people.rules.roles import Role
from comity.people.tests.officers import user

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("hour", range(0, 24, 3))
def test_somebody_is_on_duty_and_a_note_is_there(frozen_clock: Callable[[datetime], None], hour: int) -> None:
    frozen_clock(datetime(2026, 10, 25, hour, tzinfo=UTC))
    duty = user("duty", Role.DUTY_OFFICER, zone="Europe/Kyiv")
    load_demonstration(duty)
    load_demonstration(duty)
    assert [shift.username for shift in on_duty_now()] == ["duty"]
    assert Shift.objects.count() == 4
    handed_over = last_handover()
    assert handed_over is not None
    assert [entry.name for entry in entries_about(f"shift:{handed_over.id}")] == ["shift-planned", "shift-handed-over"]


def test_a_node_that_opens_again_days_later_finds_somebody(frozen_clock: Callable[[datetime], None]) -> None:
    opened = datetime(2026, 3, 2, 10, tzinfo=UTC)
    frozen_clock(opened)
    duty = user("duty", Role.DUTY_OFFICER)
    load_demonstration(duty)
    for days in (1, 2, 3, 4, 9):
        frozen_clock(opened + timedelta(days=days))
        load_demonstration(duty)
        assert on_duty_now(), days


def test_a_role_that_was_taken_keeps_no_node_from_opening(frozen_clock: Callable[[datetime], None]) -> None:
    frozen_clock(datetime(2026, 3, 2, 10, tzinfo=UTC))
    duty = user("duty", Role.DUTY_OFFICER)
    revoke_role(duty, Role.DUTY_OFFICER, from_day=date(2026, 3, 3), by=None)
    load_demonstration(duty)
    assert [shift.handed_over_at is not None for shift in Shift.objects.all()] == [True]
    frozen_clock(datetime(2026, 3, 4, 10, tzinfo=UTC))
    load_demonstration(duty)
    assert Shift.objects.count() == 1
