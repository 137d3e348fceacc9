"""Time zones to choose from in a form, the offsets first. What may be written is decided by whoever reads it."""

from __future__ import annotations

from functools import cache
from zoneinfo import available_timezones

_AREAS = frozenset(["Africa", "America", "Asia", "Atlantic", "Australia", "Europe", "Indian", "Pacific"])
_OFFSETS = ("UTC", *(f"UTC{hours:+d}" for hours in (*range(1, 15), *range(-1, -13, -1))))


@cache
def zone_names() -> tuple[str, ...]:
    """Names of the time zone database that are named after a city, in alphabetical order."""
    return tuple(sorted(name for name in available_timezones() if name.count("/") and name.split("/")[0] in _AREAS))


def stated_zones() -> tuple[str, ...]:
    """What a user can state for the times of a text: an offset, or a city's zone."""
    return (*_OFFSETS, *zone_names())
