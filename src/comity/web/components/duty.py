"""Who is on duty, in one line for the top bar. Asks nobody: it is given the shifts."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, tzinfo

from comity.kernel.words import say, say_count
from comity.people.queries.roster import ShiftView
from comity.web.components.status import Tone


@dataclass(frozen=True, slots=True)
class Duty:
    """The line and how it is drawn; nobody on duty is a state that must not be overlooked."""

    sentence: str
    tone: Tone
    icon: str


def duty(shifts: Sequence[ShiftView], *, reader: int, zone: tzinfo, now: datetime) -> Duty:
    """“On duty: you, until 08:00”: the reader's own shift first, then the one that runs longest, in the reader's zone.

    `shifts` may hold some that do not run; `reader` is a user's number.
    """
    running = [shift for shift in shifts if shift.span.covers(now)]
    if not running:
        return Duty(say("Nobody is on duty"), Tone.WARNING, "alert-triangle")
    first = max(running, key=lambda shift: (shift.user_id == reader, shift.ends))
    mine = first.user_id == reader
    until, others = f"{first.ends.astimezone(zone):%H:%M}", len(running) - 1
    return Duty(
        _mine(until, others) if mine else _theirs(first.officer, until, others),
        Tone.GOOD if mine else Tone.QUIET,
        "calendar-time",
    )


def _mine(until: str, others: int) -> str:
    if not others:
        return say("On duty: you, until {until}", until=until)
    return say_count(
        "On duty: you, until {until}, and {count} more",
        "On duty: you, until {until}, and {count} more",
        others,
        until=until,
    )


def _theirs(officer: str, until: str, others: int) -> str:
    if not others:
        return say("On duty: {officer}, until {until}", officer=officer, until=until)
    return say_count(
        "On duty: {officer}, until {until}, and {count} more",
        "On duty: {officer}, until {until}, and {count} more",
        others,
        officer=officer,
        until=until,
    )
