"""Acknowledging the receipt of many requests, one transaction each: what goes wrong with one stops no other."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from comity.casework.actions.take_step import take_step
from comity.casework.rules.handling.table import Step
from comity.casework.rules.refusal import NotFound, Refused
from comity.casework.rules.transitions import NotAllowed
from comity.kernel.words import say
from comity.people.models.user import User

MOST = 100


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of one request: `done`, or why not, in a sentence."""

    reference: str
    done: bool
    sentence: str


def acknowledge_requests(references: Iterable[str], *, by: User) -> tuple[Outcome, ...]:
    """One outcome for each of `references` (each once, in their order); at most `MOST`, the rest say that they wait."""
    each = list(dict.fromkeys(references))
    waiting = say("Not done: {most} at once are the most. Choose it again.", most=MOST)
    return (
        *(_acknowledge(reference, by) for reference in each[:MOST]),
        *(Outcome(reference, done=False, sentence=waiting) for reference in each[MOST:]),
    )


def _acknowledge(reference: str, by: User) -> Outcome:
    try:
        take_step(reference, Step.ACKNOWLEDGE, {}, by=by)
    except (NotFound, NotAllowed, Refused) as problem:
        return Outcome(reference, done=False, sentence=str(problem))
    return Outcome(reference, done=True, sentence=say("Its receipt is acknowledged."))
