"""Whether an activity may move from one state to another, and what that needs. Moves nothing."""

from __future__ import annotations

from datetime import date

from comity.people.rules.refusal import Refused
from comity.programme.rules.activity import NEXT, ActivityState

BEGUN = frozenset({ActivityState.UNDER_WAY, ActivityState.HELD, ActivityState.REPORTED})
"""What only an activity whose time has begun can be."""
CERTAIN = BEGUN | {ActivityState.CONFIRMED}
"""States in which nobody doubts any more that it takes place."""


def check_move(
    here: ActivityState, to: ActivityState, *, starts: date, today: date, outcome: str = "", reason: str = ""
) -> None:
    """Raises Refused with the field: a state that does not follow, a time to come, no outcome, no reason."""
    if to not in NEXT[here]:
        follow = " or ".join(state.label for state in NEXT[here])
        raise Refused(
            "state",
            f"After {here.label} comes {follow}, not {to.label}." if follow else f"{here.label.capitalize()} is final.",
        )
    if to in BEGUN and starts > today:
        raise Refused("state", f"Its time begins on {starts.day} {starts:%B %Y}. Change the days first, or wait.")
    if to is ActivityState.REPORTED and not outcome.strip():
        raise Refused("outcome", "Say what the activity brought: that is what is reported.")
    if to is ActivityState.CANCELLED and not reason.strip():
        raise Refused("reason", "Say why it is cancelled.")
