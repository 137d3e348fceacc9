"""When something happened, as day and time on the reader's own clock. Judges no order of things."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime, time, tzinfo

from comity.casework.rules.refusal import refused
from comity.casework.rules.shapes import day
from comity.kernel.words import say
from comity.web.components.moments import place_of


@dataclass(frozen=True, slots=True)
class Happened:
    """What stands in the two fields, as it was typed; `place` names the clock that is meant."""

    day: str
    time: str
    place: str


def happened_now(now: datetime, zone: tzinfo) -> Happened:
    """The fields as they begin: this minute."""
    there = now.astimezone(zone)
    return Happened(f"{there:%Y-%m-%d}", f"{there:%H:%M}", place_of(zone))


def happened_posted(posted: Mapping[str, str], zone: tzinfo) -> Happened:
    """The fields as they came back."""
    return Happened(posted.get("happened_on", "")[:40], posted.get("happened_time", "")[:40], place_of(zone))


def moment_of(happened: Happened, zone: tzinfo, *, field: str = "happened_at", label: str = "When") -> datetime:
    """The moment, in UTC. Raises Refused where the day or the time is none, or no clock there ever showed it."""
    found = day(happened.day)
    if found is None:
        shown = happened.day.strip() or "Nothing"
        raise refused(field, label, say("“{shown}” is not a day. Write year, month and day: 2026-03-31.", shown=shown))
    try:
        hour = time.fromisoformat(happened.time.strip())
    except ValueError:
        shown = happened.time.strip() or "Nothing"
        raise refused(
            field, label, say("“{shown}” is not a time of day. Write hours and minutes: 03:10.", shown=shown)
        ) from None
    there = datetime.combine(found, hour.replace(tzinfo=None), zone)
    moment = there.astimezone(UTC)
    if moment.astimezone(zone).replace(tzinfo=None) != there.replace(tzinfo=None):
        raise refused(
            field,
            label,
            say(
                "No clock in {place} showed {time} that day: it was put forward then.",
                place=happened.place,
                time=happened.time,
            ),
        )
    return moment
