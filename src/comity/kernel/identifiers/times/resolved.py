"""From a clock on the wall and its zone to one moment in UTC. An hour shown twice, or never, is refused."""

from __future__ import annotations

from datetime import UTC, datetime, tzinfo


def in_utc(wall: datetime, zone: tzinfo) -> datetime:
    """The moment in UTC. Raises ValueError with a sentence where the zone's clock showed `wall` twice or never."""
    early, late = (wall.replace(tzinfo=zone, fold=fold) for fold in (0, 1))
    try:
        moment = early.astimezone(UTC)
        if early.utcoffset() == late.utcoffset():
            return moment
    except OverflowError as problem:
        raise ValueError("The date lies outside of the calendar. Check the year.") from problem
    shown = f"{wall:%H:%M}"
    if moment.astimezone(zone).replace(tzinfo=None, fold=0) == wall:
        raise ValueError(
            f"The clock showed {shown} twice on that day, because summer time ended. "
            f"Write {_offset(early)} for the first time or {_offset(late)} for the second."
        )
    raise ValueError(
        f"The clock never showed {shown} on that day, because summer time began. Check the time, or the zone."
    )


def _offset(moment: datetime) -> str:
    shift = moment.strftime("%z")
    hours, minutes = int(shift[1:3]), shift[3:5]
    return f"UTC{shift[0]}{hours}" + (f":{minutes}" if minutes != "00" else "")
