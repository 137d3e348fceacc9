"""The tile of a party to a request: the country's name, the authority, and what time it is there."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, tzinfo

from comity.kernel.country_words import country_words
from comity.kernel.day_words import weekday_words
from comity.kernel.words import say
from comity.web.components.moments import place_of

_NIGHT_ENDS, _NIGHT_BEGINS = 7, 20


@dataclass(frozen=True, slots=True)
class Party:
    """Flags-free by design: names do not change with a government."""

    part: str
    country: str
    authority: str
    local_time: str
    local_day: str
    place: str
    night: bool
    number: str = ""


def party(*, part: str, country: str, authority: str, zone: tzinfo | None, now: datetime, number: str = "") -> Party:
    """`part` is what the party does here (“Requesting”, “Requested”), `number` its own number of the request; without a
    zone no time is claimed."""
    there = now.astimezone(zone) if zone else None
    return Party(
        part=say(part),
        country=country_words(country),
        authority=authority,
        local_time=f"{there:%H:%M}" if there else "",
        local_day=weekday_words(there.date()) if there else "",
        place=place_of(zone) if zone else "",
        night=there is not None and not _NIGHT_ENDS <= there.hour < _NIGHT_BEGINS,
        number=number,
    )
