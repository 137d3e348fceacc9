"""What the computation of clocks needs to know of a request: its rules, its two calendars, what it says."""

from __future__ import annotations

from collections.abc import Container
from datetime import date
from functools import lru_cache

import holidays

from comity.atlas.queries.snapshot import node_snapshot
from comity.atlas.rules.packs.clock_rules import ClockRule, Place
from comity.atlas.rules.snapshot import Snapshot
from comity.casework.models.request import Request
from comity.casework.queries.footing import instrument_of
from comity.casework.queries.zone import country_zone
from comity.casework.rules.clocks.calendar import Calendar
from comity.casework.rules.clocks.chosen import chosen_rules
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
            Place.REQUESTED: Calendar(request.requested_zone, _days_off(snapshot, request.requested_country)),
            Place.REQUESTING: Calendar(country_zone(requesting), _days_off(snapshot, requesting)),
        },
        request.content,
    )


def instrument_name(identity: str) -> str:
    """The short name of an instrument; empty for none."""
    pack = node_snapshot().instruments.get(identity) if identity else None
    return pack.instrument.short if pack else ""


def _days_off(snapshot: Snapshot, country: str) -> Container[date]:
    """The country's holidays, as the library that its pack names knows them; none where it knows none."""
    pack = snapshot.countries.get(country)
    return _holidays(pack.country.holidays) if pack and pack.country.holidays else frozenset()


@lru_cache(maxsize=300)
def _holidays(code: str) -> Container[date]:
    """They are worked out year by year as they are asked for, without a network."""
    return holidays.country_holidays(code)
