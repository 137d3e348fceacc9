"""Who is on duty, in one line for the top bar. Asks nobody: it is given the shifts."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, tzinfo

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
        return Duty("Nobody is on duty", Tone.WARNING, "alert-triangle")
    first = max(running, key=lambda shift: (shift.user_id == reader, shift.ends))
    mine = first.user_id == reader
    others = f", and {len(running) - 1} more" if len(running) > 1 else ""
    return Duty(
        f"On duty: {'you' if mine else first.officer}, until {first.ends.astimezone(zone):%H:%M}{others}",
        Tone.GOOD if mine else Tone.QUIET,
        "calendar-time",
    )
