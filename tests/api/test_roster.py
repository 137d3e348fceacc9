"""The roster, read by a program: who is on duty, whose shifts come, which hours nobody covers, and the notes."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime

import pytest

from comity.casework.tests.conftest import Cast
from comity.kernel import clock
from comity.people.actions.hand_over_shift import hand_over_shift
from comity.people.actions.plan_shift import plan_shift

from .conftest import Program, problem

pytestmark = pytest.mark.django_db

Programs = Callable[..., Program]
MORNING, EVENING = datetime(2026, 3, 2, 8, tzinfo=UTC), datetime(2026, 3, 2, 20, tzinfo=UTC)


@pytest.fixture
def shift(cast: Cast) -> int:
    """A shift of 2 March, handed over at noon."""
    with clock.frozen(MORNING):
        number = plan_shift(cast.duty, starts=MORNING, ends=EVENING, by=cast.admin)
    with clock.frozen(datetime(2026, 3, 2, 12, tzinfo=UTC)):
        hand_over_shift(number, "Two letters wait.", by=cast.duty)
    return number


def test_who_answers_now_and_when_nobody_does(program: Programs, shift: int) -> None:
    with clock.frozen(datetime(2026, 3, 2, 13, tzinfo=UTC)):
        found = program("drafter").get("/roster", since="2026-03-02", until="2026-03-02").json()
    assert [(one["id"], one["username"], one["starts"]) for one in found["on_duty"]] == [
        (shift, "duty", "2026-03-02T08:00:00Z")
    ]
    assert found["shifts"] == found["on_duty"]
    assert found["shifts"][0]["note"] == "Two letters wait."
    assert (found["since"], found["until"], found["time_zone"]) == ("2026-03-02", "2026-03-02", "Asia/Tbilisi")
    assert found["nobody"] == [
        {"starts": "2026-03-01T20:00:00Z", "ends": "2026-03-02T08:00:00Z"},
    ], "The day ends at 20:00 UTC in Tbilisi, and so does the shift."


def test_the_week_from_today_if_no_days_are_given(program: Programs, shift: int) -> None:
    with clock.frozen(datetime(2026, 3, 2, 21, tzinfo=UTC)):
        found = program("drafter").get("/roster").json()
    assert (found["since"], found["until"]) == ("2026-03-03", "2026-03-09"), "Midnight has passed in Tbilisi."
    assert (found["on_duty"], found["shifts"], len(found["nobody"])) == ([], [], 1)


def test_the_notes_are_for_those_who_see_cases(program: Programs, shift: int) -> None:
    asked = {"since": "2026-03-02", "until": "2026-03-02"}
    told, untold = (program(user).get("/roster", **asked).json()["shifts"][0] for user in ("auditor", "editor"))
    assert (told["note"], untold["note"]) == ("Two letters wait.", None)
    assert untold["handed_over_at"] == told["handed_over_at"] == "2026-03-02T12:00:00Z"


@pytest.mark.parametrize(
    ("since", "until", "field"),
    [
        ("2026-03-09", "2026-03-02", "until"),
        ("2026-03-01", "2026-04-01", "until"),
        ("2026-3-1", "2026-03-02", "since"),
        ("9999-12-31", "9999-12-31", "since"),
        ("0001-01-01", "0001-01-02", "since"),
    ],
)
def test_days_that_make_no_roster(program: Programs, since: str, until: str, field: str) -> None:
    found = problem(program("drafter").get("/roster", since=since, until=until), 422)
    assert [error["field"] for error in found["errors"]] == [field]


def test_a_roster_needs_the_scope_to_read(program: Programs) -> None:
    problem(program("duty", "statistics").get("/roster"), 403)
