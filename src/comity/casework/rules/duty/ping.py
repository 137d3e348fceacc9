"""Test calls to counterparts: what can come of one, and when the next is due. Practice, not law, and shown as such."""

from __future__ import annotations

from datetime import datetime, timedelta
from enum import StrEnum

from comity.casework.rules.refusal import refused
from comity.kernel.words import noted, say

DUE_AFTER = timedelta(days=92)
"""A quarter of a year."""
WHY = noted("Practice: a good point of contact passes a test call each quarter. No article asks for it.")
MOST_MINUTES = 24 * 60


class PingResult(StrEnum):
    """What came of a test call."""

    ANSWERED = "answered"
    NO_ANSWER = "no-answer"
    WRONG_NUMBER = "wrong-number"
    REFUSED = "refused"

    @property
    def label(self) -> str:
        return {
            "answered": noted("Answered"),
            "no-answer": noted("No answer"),
            "wrong-number": noted("Wrong number"),
            "refused": noted("Would not talk to us"),
        }[self]


class Standing(StrEnum):
    """Whether a counterpart should be called to test it."""

    FRESH = "fresh"
    DUE = "due"
    FAILED = "failed"
    NEVER = "never"


def standing(last: datetime | None, result: str, now: datetime) -> Standing:
    """`last` is the moment of the last test, None where there was none. One that failed is to be repeated at once."""
    if last is None:
        return Standing.NEVER
    if result != PingResult.ANSWERED:
        return Standing.FAILED
    return Standing.DUE if now - last > DUE_AFTER else Standing.FRESH


def minutes_to_answer(result: str, minutes: int | None) -> int | None:
    """Only an answered call has them, and it must. Raises Refused."""
    if result != PingResult.ANSWERED:
        return None
    if minutes is None:
        raise refused("minutes", say("Minutes to the answer"), say("Nothing says how long it took. 0 means: at once."))
    if not 0 <= minutes <= MOST_MINUTES:
        raise refused(
            "minutes",
            say("Minutes to the answer"),
            say("Give minutes from 0 to {most_minutes}, which is a day.", most_minutes=MOST_MINUTES),
        )
    return minutes
