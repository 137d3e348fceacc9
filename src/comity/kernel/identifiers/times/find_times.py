"""All moments that a text names, each with what keeps it from being one moment in UTC, as something to do."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, date, datetime, time, tzinfo

from comity.kernel.identifiers.missing import Missing, MissingKey, needed, useful
from comity.kernel.identifiers.moment import Moment, Precision
from comity.kernel.identifiers.times.assembled import Pieces, assemble
from comity.kernel.identifiers.times.epoch import find_epochs
from comity.kernel.identifiers.times.resolved import in_utc
from comity.kernel.identifiers.times.stated_zone import StatedZone, stated_zones, zone_for
from comity.kernel.words import noted, say

NO_ZONE = noted(
    "The time of the connection has no time zone. Provider logs are useless without it: add UTC+4, or the zone's name."
)


@dataclass(frozen=True, slots=True)
class TimeFound:
    """A moment from `start` to `end`, what it lacks, and what to know about how it was read."""

    start: int
    end: int
    moment: Moment
    missing: tuple[Missing, ...] = ()
    notes: tuple[str, ...] = ()


def find_times(text: str, zone: tzinfo | None = None) -> list[TimeFound]:
    """Moments in order of appearance, without overlaps; `zone` is what the user states for times without any."""
    epochs = [TimeFound(one.start, one.end, one.moment) for one in find_epochs(text)]
    stated = stated_zones(text)
    written = [_moment(text, pieces, zone_for(text, pieces.start, stated), zone) for pieces in assemble(text)]
    found: list[TimeFound] = []
    for one in sorted(epochs + written, key=lambda one: (one.start, -one.end)):
        if not found or one.start >= found[-1].end:
            found.append(one)
    return found


def _moment(text: str, pieces: Pieces, stated: StatedZone | None, zone: tzinfo | None) -> TimeFound:
    written = text[pieces.start : pieces.end]
    day, gaps = _day(pieces, written)
    precision = pieces.time.precision if pieces.time else Precision.DAY
    chosen, name, notes = _zone(pieces, stated, zone)
    if pieces.time is None:
        gaps.append(
            needed(
                MissingKey.TIME,
                say("“{written}” has no time of day. Add it, to the second where it is known.", written=written),
            )
        )
    elif precision in (Precision.HOUR, Precision.MINUTE):
        gaps.append(
            useful(
                MissingKey.SECONDS,
                say("The time has no seconds. Where many users share an address, they decide: add them."),
            )
        )
    if chosen is None and pieces.time is not None:
        doubt = f"{pieces.zone.doubt} " if pieces.zone and pieces.zone.doubt else ""
        gaps.append(needed(MissingKey.ZONE, doubt + NO_ZONE))
    wall = datetime.combine(day, pieces.time.time if pieces.time else time()) if day else None
    utc = None
    if wall and chosen and pieces.time:
        try:
            utc = in_utc(wall, chosen)
        except ValueError as problem:
            gaps.append(needed(MissingKey.ZONE, str(problem)))
    return TimeFound(pieces.start, pieces.end, Moment(written, precision, utc, wall, name), tuple(gaps), notes)


def _day(pieces: Pieces, written: str) -> tuple[date | None, list[Missing]]:
    """The day where it is certain, else what to add."""
    if pieces.date is None:
        return None, [
            needed(
                MissingKey.DATE, say("“{written}” has no date. Add the day, the month and the year.", written=written)
            )
        ]
    if pieces.date.month_day:
        if pieces.year:
            return date(pieces.year, *pieces.date.month_day), []
        return None, [
            needed(
                MissingKey.YEAR,
                say("“{written}” has no year. Add it: providers keep logs of more than one.", written=written),
            )
        ]
    readings = pieces.date.readings
    if not readings:
        return None, [
            needed(
                MissingKey.DATE, say("The date in “{written}” is not in the calendar. Check the day.", written=written)
            )
        ]
    if len(readings) == 1:
        return readings[0], []
    days = " or ".join(f"{one.day} {one:%B} {one.year}" for one in readings)
    return None, [
        needed(
            MissingKey.DATE_ORDER,
            say(
                "The date in “{written}” can be read as {days}. Write the month as a word.", written=written, days=days
            ),
        )
    ]


def _zone(pieces: Pieces, stated: StatedZone | None, zone: tzinfo | None) -> tuple[tzinfo | None, str, tuple[str, ...]]:
    if pieces.zone and pieces.zone.zone:
        return pieces.zone.zone, pieces.zone.name, ()
    if stated and stated.zone.zone:
        return (
            stated.zone.zone,
            stated.zone.name,
            (say("The time zone is taken from “{written}” in the text.", written=stated.written),),
        )
    if zone:
        name = getattr(zone, "key", None) or ("UTC" if zone is UTC else str(zone))
        return zone, name, (say("The time zone {name} was stated beside the text, not in it.", name=name),)
    return None, "", ()
