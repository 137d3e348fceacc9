"""The time zone in which days in a country are counted."""

from __future__ import annotations

from comity.atlas.queries.snapshot import node_snapshot
from comity.casework.rules.zones import zone_of
from comity.kernel import clock
from comity.kernel.country import CountryCode


def country_zone(country: CountryCode) -> str:
    """What the country's pack says; for a country without one, what the time zone database says."""
    pack = node_snapshot().countries.get(country)
    return pack.country.time_zone if pack else zone_of(country, clock.now())
