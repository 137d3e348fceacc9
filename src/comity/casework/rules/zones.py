"""The time zone of a country, from the time zone database; for countries whose own pack does not say it."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime, tzinfo
from functools import cache
from importlib.resources import files
from typing import Any
from zoneinfo import ZoneInfo, available_timezones

from comity.kernel.country import CountryCode

_NAMES = available_timezones()


def zone_of(country: CountryCode, moment: datetime) -> str:
    """The country's zone. Of several, the one in which the day ends first, so that no clock is read too late.

    Countries without a zone of their own in the database get UTC.
    """
    names = _zones().get(str(country), ["UTC"])
    return max(names, key=lambda name: (moment.astimezone(ZoneInfo(name)).utcoffset(), name))


def day_where_written(content: Mapping[str, Any], moment: datetime, ours: tzinfo) -> date:
    """The latest day that it is, at `moment`, where the content says it was written, or else here.

    Tomorrow has begun in Tbilisi while it is today in Kyiv: what was written there does not lie in the future.
    """
    named = content.get("requesting_zone")
    there = ZoneInfo(named) if isinstance(named, str) and named in _NAMES else ours
    return max(moment.astimezone(there).date(), moment.astimezone(ours).date())


@cache
def _zones() -> dict[str, list[str]]:
    zones: dict[str, list[str]] = {}
    for line in (files("tzdata") / "zoneinfo" / "zone.tab").read_text("utf-8").splitlines():
        if line and not line.startswith("#"):
            country, _, name, *_ = line.split("\t")
            zones.setdefault(country, []).append(name)
    return zones
