"""Whether an activity may move from one state to another, and what that needs. Moves nothing."""

from __future__ import annotations

from datetime import date

from comity.kernel.cldr import either
from comity.kernel.day_words import day_words
from comity.kernel.languages import ENGLISH
from comity.kernel.sayable import said
from comity.kernel.words import say, spoken
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
        raise Refused("state", _out_of_order(here, to))
    if to in BEGUN and starts > today:
        raise Refused(
            "state", say("Its time begins on {starts}. Change the days first, or wait.", starts=day_words(starts))
        )
    if to is ActivityState.REPORTED and not outcome.strip():
        raise Refused("outcome", say("Say what the activity brought: that is what is reported."))
    if to is ActivityState.CANCELLED and not reason.strip():
        raise Refused("reason", say("Say why it is cancelled."))


def _out_of_order(here: ActivityState, to: ActivityState) -> str:
    state, named = said(here.label), [said(each.label) for each in NEXT[here]]
    if not named:
        return say("{state} is final.", state=f"{state[:1].upper()}{state[1:]}")
    follow = " or ".join(named) if spoken() == ENGLISH.code else either(named, spoken())
    return say("After {state} comes {follow}, not {to}.", state=state, follow=follow, to=said(to.label))
