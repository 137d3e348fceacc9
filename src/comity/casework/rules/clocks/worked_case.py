"""Worked cases of clocks: what happened to a request, and which clocks a lawyer expects. They stand beside the rules.

A lawyer reviews them in `packs/clocks/cases.yaml` without reading Python; the tests run every one of them.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date, datetime
from pathlib import Path
from typing import Any

from pydantic import Field

from comity.atlas.rules.fact import Country, Frozen
from comity.atlas.rules.packs.clock_rules import Place, Who
from comity.atlas.rules.snapshot import Snapshot
from comity.casework.rules.clocks.calendar import Calendar
from comity.casework.rules.clocks.chosen import chosen_rules
from comity.casework.rules.clocks.clock import Clock, ClockState
from comity.casework.rules.clocks.compute import clocks
from comity.casework.rules.clocks.days_off import country_calendar
from comity.casework.rules.clocks.ticket import ClockTicket
from comity.casework.rules.direction import Direction
from comity.ledger.rules.entry import NOTHING_BEFORE, EntryView, chained
from comity.packkit.find import CASES
from comity.packkit.reading import read_file


class Told(Frozen):
    """Something that happened, at a moment with its zone; `with` is what else the entry says. Number 1 is the first."""

    event: str
    at: datetime
    payload: Mapping[str, Any] = Field(default_factory=dict, alias="with")


class ExpectedClock(Frozen):
    """A clock that must be there. `last_day` is the day in its own zone on which it ends, `ends` the moment; `told` are
    the roles that are reminded, with the day there."""

    rule: str
    state: ClockState
    who: Who | None = None
    last_day: date | None = None
    ends: datetime | None = None
    told: Mapping[str, date] | None = None


class ClockCase(Frozen):
    """One case. `absent` are rules that must give no clock."""

    id: str
    says: str
    article: str
    direction: Direction
    requesting: Country
    requested: Country
    instrument: str = ""
    content: Mapping[str, Any] = Field(default_factory=dict)
    rules: tuple[str, ...]
    happened: tuple[Told, ...]
    now: datetime
    clocks: tuple[ExpectedClock, ...]
    absent: tuple[str, ...] = ()


class ClockCases(Frozen):
    cases: tuple[ClockCase, ...] = Field(min_length=1)


def clock_cases(root: Path) -> Iterator[ClockCase]:
    """Every case beside the clock rules below `root`. Raises PackProblems or ValidationError for a malformed one."""
    yield from ClockCases.model_validate(read_file(root / "clocks" / CASES).content).cases


def entries_of(case: ClockCase) -> list[EntryView]:
    """The case's story as ledger entries."""
    return [
        chained(
            sequence=number,
            at=told.at,
            actor_reference="user:1",
            actor_display="Duty officer",
            name=told.event,
            subject="request:XX-2026-00001",
            payload={"happened_at": told.at.isoformat(), **told.payload},
            previous=NOTHING_BEFORE,
        )
        for number, told in enumerate(case.happened, 1)
    ]


def deviations(case: ClockCase, snapshot: Snapshot) -> list[str]:
    """Sentences on everything in which the clocks differ from what the case expects; empty where it holds."""
    places = {Place.REQUESTED: case.requested, Place.REQUESTING: case.requesting}
    calendars = {place: _calendar(snapshot, code) for place, code in places.items()}
    ticket = ClockTicket(case.direction, calendars, case.content)
    rules = chosen_rules(snapshot.clocks, case.rules, case.instrument)
    found = {clock.rule: clock for clock in clocks(rules, ticket, entries_of(case))}
    wrong = [f"{rule}: there is such a clock." for rule in case.absent if rule in found]
    for expected in case.clocks:
        clock = found.get(expected.rule)
        wrong += _differences(expected, clock, case.now) if clock else [f"{expected.rule}: there is no such clock."]
    return wrong


def _calendar(snapshot: Snapshot, code: Country) -> Calendar:
    country = snapshot.countries[code].country
    return country_calendar(country.time_zone, country.holidays)


def _differences(expected: ExpectedClock, clock: Clock, now: datetime) -> Iterator[str]:
    calendar = Calendar(clock.zone)
    have = {
        "state": clock.state_at(now),
        "who": clock.who,
        "last_day": calendar.day_of(clock.ends),
        "ends": clock.ends,
        "told": {due.role: calendar.day_of(due.at) for due in clock.reminders},
    }
    for name, value in have.items():
        wanted = getattr(expected, name)
        if wanted is not None and wanted != value:
            yield f"{expected.rule}: {name} is {value}, expected {wanted}."
