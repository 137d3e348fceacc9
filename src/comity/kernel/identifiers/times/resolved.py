"""From a clock on the wall and its zone to one moment in UTC. An hour shown twice, or never, is refused."""

from __future__ import annotations

from datetime import UTC, datetime, tzinfo

from comity.kernel.words import say


def in_utc(wall: datetime, zone: tzinfo) -> datetime:
    """The moment in UTC. Raises ValueError with a sentence where the zone's clock showed `wall` twice or never."""
    early, late = (wall.replace(tzinfo=zone, fold=fold) for fold in (0, 1))
    try:
        moment = early.astimezone(UTC)
        if early.utcoffset() == late.utcoffset():
            return moment
    except OverflowError as problem:
        raise ValueError(say("The date lies outside of the calendar. Check the year.")) from problem
    shown = f"{wall:%H:%M}"
    if moment.astimezone(zone).replace(tzinfo=None, fold=0) == wall:
        raise ValueError(
            say(
                "The clock showed {shown} twice on that day, because summer time ended. Write {offset} "
                "for the first time or {offset_2} for the second.",
                shown=shown,
                offset=_offset(early),
                offset_2=_offset(late),
            )
        )
    raise ValueError(
        say(
            "The clock never showed {shown} on that day, because summer time began. Check the time, or the zone.",
            shown=shown,
        )
    )


def _offset(moment: datetime) -> str:
    shift = moment.strftime("%z")
    hours, minutes = int(shift[1:3]), shift[3:5]
    return f"UTC{shift[0]}{hours}" + (f":{minutes}" if minutes != "00" else "")
