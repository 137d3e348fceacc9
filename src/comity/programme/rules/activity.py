"""What an activity is and the states it goes through, from an idea to a report. Knows no database."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from enum import StrEnum

from comity.atlas.rules.packs.overview import Precision
from comity.kernel.day_words import day_words, month_words
from comity.kernel.languages import ENGLISH
from comity.kernel.words import say, spoken
from comity.people.rules.refusal import Refused


class ActivityState(StrEnum):
    """Held and reported are past; cancelled can be planned anew."""

    IDEA = "idea"
    PLANNED = "planned"
    CONFIRMED = "confirmed"
    UNDER_WAY = "under-way"
    HELD = "held"
    REPORTED = "reported"
    CANCELLED = "cancelled"

    @property
    def label(self) -> str:
        return self.value.replace("-", " ")

    @property
    def is_open(self) -> bool:
        """Whether it is still to come or goes on."""
        return self in _OPEN


_OPEN = frozenset({ActivityState.IDEA, ActivityState.PLANNED, ActivityState.CONFIRMED, ActivityState.UNDER_WAY})

NEXT: Mapping[ActivityState, tuple[ActivityState, ...]] = {
    ActivityState.IDEA: (ActivityState.PLANNED, ActivityState.CANCELLED),
    ActivityState.PLANNED: (
        ActivityState.CONFIRMED,
        ActivityState.UNDER_WAY,
        ActivityState.HELD,
        ActivityState.CANCELLED,
    ),
    ActivityState.CONFIRMED: (ActivityState.UNDER_WAY, ActivityState.HELD, ActivityState.CANCELLED),
    ActivityState.UNDER_WAY: (ActivityState.HELD, ActivityState.CANCELLED),
    ActivityState.HELD: (ActivityState.REPORTED,),
    ActivityState.REPORTED: (),
    ActivityState.CANCELLED: (ActivityState.PLANNED,),
}
"""From each state, those that may follow."""


def checked_days(starts: date, ends: date) -> None:
    """Raises Refused with the field where the last day comes before the first."""
    if ends < starts:
        raise Refused(
            "ends",
            say(
                "The activity ends on {ends}, before it begins on {starts}.",
                ends=day_words(ends),
                starts=day_words(starts),
            ),
        )


def when(starts: date, ends: date, precision: Precision) -> str:
    """The time as people say it: “September to November 2017”, “June 2017”, “5 to 7 June 2017”."""
    if spoken() == ENGLISH.code:
        return english_when(starts, ends, precision)
    told = day_words if precision is Precision.DAY else month_words
    first, last = told(starts), told(ends)
    return first if first == last else say("{first} to {last}", first=first, last=last)


def english_when(starts: date, ends: date, precision: Precision) -> str:
    """The same in English, whatever is spoken."""
    if precision is Precision.DAY:
        return _days(starts, ends)
    if (starts.year, starts.month) == (ends.year, ends.month):
        return f"{starts:%B %Y}"
    first = f"{starts:%B}" if starts.year == ends.year else f"{starts:%B %Y}"
    return f"{first} to {ends:%B %Y}"


def _days(starts: date, ends: date) -> str:
    if starts == ends:
        return f"{starts.day} {starts:%B %Y}"
    if (starts.year, starts.month) == (ends.year, ends.month):
        return f"{starts.day} to {ends.day} {ends:%B %Y}"
    year = "" if starts.year == ends.year else f" {starts.year}"
    return f"{starts.day} {starts:%B}{year} to {ends.day} {ends:%B %Y}"


def unaccounted(state: ActivityState, ends: date, today: date) -> bool:
    """Whether its time has passed and nothing says what became of it."""
    return state.is_open and ends < today
