"""An activity as a month's calendar draws it, on each of its days: worked out once, however many days it takes."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from django.urls import reverse

from comity.atlas.rules.packs.overview import Precision
from comity.kernel.sayable import said
from comity.kernel.words import say
from comity.programme.queries.activity_line import ActivityLine
from comity.programme.rules.activity import ActivityState
from comity.web.components.status import Tone


@dataclass(frozen=True, slots=True)
class MonthEntry:
    """`stands` is its state with whatever is in doubt, `where` the place, and the months where it takes several."""

    title: str
    address: str
    tone: Tone
    doubted: bool
    stands: str
    where: str
    starts: date
    ends: date
    precision: Precision


def month_entry(line: ActivityLine) -> MonthEntry:
    notes = (
        said(line.state.label),
        say("unconfirmed") if line.unconfirmed else "",
        say("outcome not known") if line.unaccounted else "",
    )
    stands = ", ".join(filter(None, notes))
    several = line.when if line.precision is Precision.MONTHS else ""
    return MonthEntry(
        title=line.title,
        address=reverse("activity", args=[line.project, line.code]),
        tone=_tone(line),
        doubted=line.unconfirmed,
        stands=f"{stands[:1].upper()}{stands[1:]}",
        where="; ".join(filter(None, (line.where, several))),
        starts=line.starts,
        ends=line.ends,
        precision=line.precision,
    )


def _tone(line: ActivityLine) -> Tone:
    """By how sure the day is, not by its state: that stands in words."""
    if line.state is ActivityState.CANCELLED:
        return Tone.QUIET
    if line.unconfirmed:
        return Tone.CAUTION
    return Tone.ACTIVE if line.precision is Precision.DAY else Tone.QUIET
