"""A step of reasoning: a statement, its answer, the facts it rests on, and the statements it follows from."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from comity.atlas.rules.fact import Cited
from comity.kernel.answer import Answer
from comity.kernel.sayable import sayable

URGENCY = "urgent"
"""What a reason is about that urgency would turn: part of the question, not of the law."""


ANSWERS = {Answer.YES: sayable("yes"), Answer.NO: sayable("no"), Answer.UNKNOWN: sayable("unknown")}
"""Answers as a sentence ends with them."""


class Reason(NamedTuple):
    """`says` is a sentence for the reader. `decides` is false for what only informs, and opens or closes nothing.

    `about` names what a reform would change: "UA:16" for a power, "BY:ets185" for a standing, `URGENCY` for the
    urgency of the question itself; empty where no reform is known that would.
    """

    answer: Answer
    says: str
    facts: tuple[Cited, ...] = ()
    because: tuple[Reason, ...] = ()
    decides: bool = True
    about: str = ""


class Missing(NamedTuple):
    """A fact nobody gave us: what it is, whom to ask, and whether the route's status hangs on it."""

    fact: str
    ask: str
    decisive: bool = True


def facts_below(reason: Reason) -> Iterator[Cited]:
    """Every fact that the reason rests on, its own first."""
    yield from reason.facts
    for child in reason.because:
        yield from facts_below(child)


def blockers(reason: Reason) -> Iterator[Reason]:
    """The innermost decisive statements whose answer is no: what would have to change."""
    if reason.answer is not Answer.NO or not reason.decides:
        return
    below = [found for child in reason.because for found in blockers(child)]
    yield from below or (reason,)
