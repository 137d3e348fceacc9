"""The time zone of a country, from the time zone database; for countries whose own pack does not say it."""

from __future__ import annotations

from datetime import datetime
from functools import cache
from importlib.resources import files
from zoneinfo import ZoneInfo

from comity.kernel.country import CountryCode


def zone_of(country: CountryCode, moment: datetime) -> str:
    """The country's zone. Of several, the one in which the day ends first, so that no clock is read too late.

    Countries without a zone of their own in the database get UTC.
    """
    names = _zones().get(str(country), ["UTC"])
    return max(names, key=lambda name: (moment.astimezone(ZoneInfo(name)).utcoffset(), name))


@cache
def _zones() -> dict[str, list[str]]:
    zones: dict[str, list[str]] = {}
    for line in (files("tzdata") / "zoneinfo" / "zone.tab").read_text("utf-8").splitlines():
        if line and not line.startswith("#"):
            country, _, name, *_ = line.split("\t")
            zones.setdefault(country, []).append(name)
    return zones
