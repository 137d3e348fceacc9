"""The clock chip: what is left of a deadline, in words, amber at a third, red at a tenth. Computes no deadline."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, tzinfo

from comity.kernel.words import say
from comity.web.components.moments import length_in_words, moment_in_words
from comity.web.components.status import Tone


@dataclass(frozen=True, slots=True)
class ClockChip:
    """How a running clock is drawn. `article` is where the deadline stands, shown on hover and focus; `practice`: it
    stands in no law, which is said at once."""

    left: str
    moment: str
    due: datetime
    tone: Tone
    icon: str
    article: str
    practice: bool = False


def clock_chip(
    *, began: datetime, due: datetime, zone: tzinfo, article: str, now: datetime, practice: bool = False
) -> ClockChip:
    """“12 days left (6 Dec, 18:00 Tbilisi)” as a value. All moments are aware; the chip speaks in `zone`."""
    left, whole = due - now, due - began
    if left.total_seconds() > 0:
        words = say("{time} left", time=length_in_words(left))
    else:
        words = say("ran out {time} ago", time=length_in_words(-left))
    tone = Tone.STOP if left * 10 < whole else Tone.CAUTION if left * 3 < whole else Tone.QUIET
    icon = "alarm" if tone is Tone.STOP else "clock"
    return ClockChip(words, moment_in_words(due, zone, now=now), due, tone, icon, article, practice)
