"""What is counted, and under which address a count is kept. Knows no table."""

from __future__ import annotations

from datetime import date
from enum import StrEnum
from typing import NamedTuple

from comity.kernel.words import noted

EVERYWHERE = ""
"""In place of a country: all of them together, so that a page without a country reads one row instead of fifty."""
LONGEST_KEY = 120


class What(StrEnum):
    """What a count is of; the comment says what its keys are."""

    KIND = "kind"  # names of kinds
    COUNTRY = "country"  # the other side's country; kept under EVERYWHERE only
    DATA = "data"  # subscriber, traffic, content
    OFFENCE = "offence"  # articles of the Convention, other
    URGENCY = "urgency"  # urgent, routine
    CHANNEL = "channel"  # names in `channel.CHANNELS`
    OUTCOME = "outcome"  # members of Outcome
    GROUND = "ground"  # outcome and ground: “refused ets185:29(5)”
    INCOMPLETE = "incomplete"  # yes
    MISSING = "missing"  # items that were missing
    FORWARDED = "forwarded"  # yes
    EXPIRED = "expired"  # yes, and “rule …” for each rule whose clock ran out
    FOLLOWED = "followed"  # members of Followed
    EXTENSION = "extension"  # yes, once for each extension
    ACKNOWLEDGED = "acknowledged"  # steps of time, in minutes
    PRESERVED = "preserved"  # steps of time
    ANSWERED = "answered"  # steps of time
    CLOSED = "closed"  # steps of time
    FAMILY_ANSWERED = "family-answer"  # steps of time in whole hours, of one family of kinds
    FAMILY_CLOSED = "family-closed"  # the same
    TEST = "test"  # results of test calls
    TEST_ANSWERED = "test-answered"  # steps of time


YES = "yes"
OF_ALL_FAMILIES = frozenset({What.ACKNOWLEDGED, What.PRESERVED, What.ANSWERED, What.CLOSED})
"""Kept for all families together, since each step of time that occurs takes a row in each month."""


class Outcome(StrEnum):
    """How a request ended, or how it stands; each request has exactly one."""

    EXECUTED = "executed"
    NO_DATA = "no-data"
    PARTLY = "partly-executed"
    REFUSED = "refused"
    FORWARDED = "forwarded"
    WITHDRAWN = "withdrawn"
    POSTPONED = "postponed"
    OPEN = "open"

    @property
    def label(self) -> str:
        return _OUTCOMES[self]


_OUTCOMES = {
    Outcome.EXECUTED: noted("Executed"),
    Outcome.NO_DATA: noted("Executed: there were no data"),
    Outcome.PARTLY: noted("Partly executed"),
    Outcome.REFUSED: noted("Refused"),
    Outcome.FORWARDED: noted("Forwarded, out of our hands"),
    Outcome.WITHDRAWN: noted("Withdrawn"),
    Outcome.POSTPONED: noted("Postponed"),
    Outcome.OPEN: noted("Still open"),
}


class Followed(StrEnum):
    """What came after a request for preservation; each has exactly one."""

    IN_TIME = "in-time"
    LATER = "later"
    EXTENDED = "extended"
    NOT = "not"


class Cell(NamedTuple):
    """The address of a count. `month` is the first day of the month in which the request left or arrived; `family` is
    empty where no family is meant."""

    month: date
    direction: str
    country: str
    family: str
    what: str
    key: str
