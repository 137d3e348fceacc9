"""What became of a meeting's decision: who answers for it, by when, and how it ended. Recommendations have a list."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum

from comity.kernel.sayable import said
from comity.kernel.words import say
from comity.people.rules.refusal import Refused
from comity.programme.rules.texts import text

LONGEST_FUNCTION = 200
LONGEST_OUTCOME = 2000


class DecisionState(StrEnum):
    """A decision is open until somebody records how it ended; opened again, it has not ended."""

    OPEN = "open"
    CARRIED_OUT = "carried-out"
    DROPPED = "dropped"

    @property
    def label(self) -> str:
        return self.value.replace("-", " ")


@dataclass(frozen=True, slots=True)
class FollowUp:
    """`answers` is an office, never a person's name; `ended` and `outcome` are of a decision that is no longer open.

    What is not known is None or empty.
    """

    state: DecisionState = DecisionState.OPEN
    answers: str = ""
    due: date | None = None
    ended: date | None = None
    outcome: str = ""


def checked_follow_up(said: FollowUp, *, met: date, today: date) -> FollowUp:
    """As it is kept, for a decision of a meeting that began on `met`. Raises Refused with the field."""
    answers = text("answers", " ".join(said.answers.split()), LONGEST_FUNCTION)
    outcome = text("outcome", said.outcome, LONGEST_OUTCOME)
    for field, day in (("due", said.due), ("ended", said.ended)):
        if day is not None and day < met:
            raise Refused(field, say("This day is before the meeting, which began on {met}.", met=met))
    if said.state is DecisionState.OPEN:
        _not_ended(said.ended, outcome)
    else:
        _ended(said.state, said.ended, outcome, today)
    return replace(said, answers=answers, outcome=outcome)


def overdue(state: DecisionState, due: date | None, today: date) -> bool:
    """On its day something is due, not overdue."""
    return state is DecisionState.OPEN and due is not None and due < today


def _not_ended(ended: date | None, outcome: str) -> None:
    if ended is not None:
        raise Refused("ended", say("An open decision has no such day. Say how it ended, or leave the day out."))
    if outcome:
        raise Refused(
            "outcome", say("An open decision has no outcome yet. Say how it ended, or leave the outcome out.")
        )


def _ended(state: DecisionState, ended: date | None, outcome: str, today: date) -> None:
    if ended is None:
        raise Refused("ended", say("Say on which day it was {state}.", state=said(state.label)))
    if ended > today:
        raise Refused(
            "ended", say("This day is still to come. Say that it was {state} once it is.", state=said(state.label))
        )
    if not outcome:
        what = say("Say why it was dropped.") if state is DecisionState.DROPPED else say("Say what came of it.")
        raise Refused("outcome", what)
