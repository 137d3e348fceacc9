"""The time of an activity as it is kept: the first and the last day that its precision allows. Reads no clock."""

from __future__ import annotations

from calendar import monthrange
from datetime import date

from comity.atlas.rules.packs.overview import Precision
from comity.kernel.words import say
from comity.people.rules.refusal import Refused
from comity.programme.rules.activity import checked_days

FIRST, LAST = date(1990, 1, 1), date(2099, 12, 31)
"""Days outside are slips of the keyboard."""


def checked_time(starts: date, ends: date | None, precision: Precision) -> tuple[date, date]:
    """Whole months where only months are known. Without `ends`, it ends in the day or month in which it begins.

    Raises Refused with the field.
    """
    last = ends or starts
    for field, day in (("starts", starts), ("ends", last)):
        if not FIRST <= day <= LAST:
            raise Refused(
                field,
                say(
                    "The year {year} is outside {first} to {last}. Look at it again.",
                    year=day.year,
                    first=FIRST.year,
                    last=LAST.year,
                ),
            )
    checked_days(starts, last)
    if precision is Precision.DAY:
        return starts, last
    if precision is Precision.MONTH and (starts.year, starts.month) != (last.year, last.month):
        raise Refused(
            "precision", say("These days lie in different months. Choose “between two months”, or one month.")
        )
    return starts.replace(day=1), last.replace(day=monthrange(last.year, last.month)[1])
