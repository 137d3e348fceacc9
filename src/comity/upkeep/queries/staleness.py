"""How fresh what the atlas says of a country is, as one figure; and which facts are due. Needs no database."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from comity.atlas.rules.fact import Cited
from comity.atlas.rules.facts import facts
from comity.atlas.rules.snapshot import Snapshot
from comity.upkeep.rules.staleness import Staleness, is_due, staleness


@dataclass(frozen=True, slots=True)
class DueFact:
    """A fact to compare with its source: its place, what it rests on, when it was compared, since when it is due."""

    place: str
    source: str
    pinpoint: str
    checked: date
    since: date


@lru_cache(maxsize=8)
def country_staleness(snapshot: Snapshot, day: date) -> Mapping[str, Staleness]:
    """By country, over the country's own pack and what instruments' tables say of it. Kept for the last days asked."""
    return {code: staleness(told, day) for code, told in _by_country(snapshot).items()}


def due_facts(snapshot: Snapshot, country: str, day: date) -> tuple[DueFact, ...]:
    """What is due of a country, the longest overdue first."""
    due = [fact for fact in _by_country(snapshot).get(country, ()) if is_due(fact, day)]
    return tuple(
        DueFact(fact.place, _title(snapshot, fact), fact.at, fact.checked, fact.due)
        for fact in sorted(due, key=lambda fact: (fact.due, fact.place))
    )


@lru_cache(maxsize=2)
def _by_country(snapshot: Snapshot) -> Mapping[str, tuple[Cited, ...]]:
    codes = {code for pack in snapshot.instruments.values() for code in (*pack.parties, *pack.statements)}
    return {code: tuple(_told_of(snapshot, code)) for code in sorted({*codes, *snapshot.countries})}


def _told_of(snapshot: Snapshot, code: str) -> Iterator[Cited]:
    if code in snapshot.countries:
        yield from (fact for _, fact in facts(snapshot.countries[code]))
    for pack in snapshot.instruments.values():
        yield from pack.parties.get(code, ())
        yield from pack.statements.get(code, ())


def _title(snapshot: Snapshot, fact: Cited) -> str:
    entry = snapshot.sources.get(fact.source)
    return entry.title if entry else fact.source
