"""What the computation of clocks needs to know of a request: its rules, its two calendars, what it says."""

from __future__ import annotations

from comity.atlas.queries.snapshot import node_snapshot
from comity.atlas.rules.packs.clock_rules import ClockRule, Place
from comity.atlas.rules.snapshot import Snapshot
from comity.casework.models.request import Request
from comity.casework.queries.footing import instrument_of
from comity.casework.queries.zone import country_zone
from comity.casework.rules.clocks.calendar import Calendar
from comity.casework.rules.clocks.chosen import chosen_rules
from comity.casework.rules.clocks.days_off import country_calendar
from comity.casework.rules.clocks.ticket import ClockTicket
from comity.casework.rules.direction import Direction
from comity.casework.rules.registry import kind
from comity.kernel.country import CountryCode


def clock_rules_of(request: Request) -> tuple[ClockRule, ...]:
    """The rules of its kind, as the instrument that it rests on has them; the Convention's where that is not known."""
    snapshot = node_snapshot()
    return chosen_rules(snapshot.clocks, kind(request.kind).clocks, instrument_of(request, snapshot))


def clock_ticket(request: Request) -> ClockTicket:
    """Its direction, content, and the calendars of both countries."""
    snapshot = node_snapshot()
    requesting = CountryCode(request.requesting_country)
    return ClockTicket(
        Direction(request.direction),
        {
            Place.REQUESTED: _calendar(snapshot, request.requested_country, request.requested_zone),
            Place.REQUESTING: _calendar(snapshot, requesting, country_zone(requesting)),
        },
        request.content,
    )


def instrument_name(identity: str) -> str:
    """The short name of an instrument; empty for none."""
    pack = node_snapshot().instruments.get(identity) if identity else None
    return pack.instrument.short if pack else ""


def _calendar(snapshot: Snapshot, country: str, zone: str) -> Calendar:
    """With the country's days off, as the library that its pack names knows them."""
    pack = snapshot.countries.get(country)
    return country_calendar(zone, pack.country.holidays if pack else None)
