"""From which state an activity may move to which, and what each needs."""

from __future__ import annotations

from datetime import date

import pytest

from comity.people.rules.refusal import Refused
from comity.programme.rules.activity import NEXT, ActivityState
from comity.programme.rules.activity_moves import check_move

S = ActivityState
TODAY = date(2017, 7, 1)
PAST, TO_COME = date(2017, 6, 1), date(2017, 7, 2)


@pytest.mark.parametrize("here", S)
@pytest.mark.parametrize("to", S)
def test_only_what_follows_is_allowed(here: S, to: S) -> None:
    def move() -> None:
        check_move(here, to, starts=PAST, today=TODAY, outcome="Twelve officers trained", reason="No venue")

    if to in NEXT[here]:
        move()
    else:
        with pytest.raises(Refused, match=r"After|final") as refusal:
            move()
        assert refusal.value.field == "state"


@pytest.mark.parametrize(
    ("here", "to", "starts", "said", "field"),
    [
        (S.CONFIRMED, S.HELD, TO_COME, {}, "state"),
        (S.CONFIRMED, S.UNDER_WAY, TO_COME, {}, "state"),
        (S.HELD, S.REPORTED, PAST, {"outcome": "  "}, "outcome"),
        (S.PLANNED, S.CANCELLED, TO_COME, {}, "reason"),
    ],
)
def test_what_a_state_needs_is_asked_for(here: S, to: S, starts: date, said: dict, field: str) -> None:
    with pytest.raises(Refused) as refusal:
        check_move(here, to, starts=starts, today=TODAY, **said)
    assert refusal.value.field == field


def test_what_begins_today_can_be_under_way() -> None:
    check_move(S.CONFIRMED, S.UNDER_WAY, starts=TODAY, today=TODAY)
