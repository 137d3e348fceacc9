"""Service providers: the list with what each takes for which data, and one provider's page."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from comity.atlas.queries.fact import Age, FactView, fact_view
from comity.atlas.rules.fact import Dated
from comity.atlas.rules.packs.provider import Acceptance, Asked, Process, ProviderFile
from comity.atlas.rules.snapshot import Snapshot
from comity.kernel.confidence import Confidence
from comity.kernel.country import CountryCode
from comity.kernel.words import noted, say

DIRECT = frozenset({Process.REQUEST, Process.FOREIGN_ORDER, Process.EMERGENCY_FORM, Process.CETS224})
"""What an authority abroad can send to the provider itself."""


@dataclass(frozen=True, slots=True)
class SeatView:
    """A legal entity: whom it serves and in which State it has its seat."""

    name: str
    country: str
    country_name: str
    serves: str
    fact: FactView


@dataclass(frozen=True, slots=True)
class WayView:
    """How one sort of data is asked for: `way` is “direct”, “through-state” or “unknown”; `assumed` where nobody read
    it in its source, `perhaps` where it rests on nothing better than a memory."""

    asked: str
    label: str
    way: str
    assumed: bool
    perhaps: bool


@dataclass(frozen=True, slots=True)
class AskView:
    """What a provider takes for one sort of data: its processes in words, its conditions, and the fact."""

    way: WayView
    need: str
    facts: tuple[tuple[tuple[str, ...], str, FactView], ...]


@dataclass(frozen=True, slots=True)
class ProviderLine:
    """A provider in a list. `read` of its `facts` were read in their source; `oldest` is the age of the oldest."""

    id: str
    name: str
    services: str
    seats: tuple[tuple[str, str], ...]
    ways: tuple[WayView, ...]
    read: int
    facts: int
    oldest: Age
    checked: date


@dataclass(frozen=True, slots=True)
class ProviderView:
    """Everything the packs say of a provider, as of the day. What no source says is empty: it is not known."""

    id: str
    name: str
    line: ProviderLine
    entities: tuple[SeatView, ...]
    services: tuple[FactView, ...]
    asks: tuple[AskView, ...]
    portal: tuple[FactView, ...]
    emergency: tuple[FactView, ...]
    languages: tuple[FactView, ...]
    notice: tuple[FactView, ...]
    preserves_for: tuple[FactView, ...]
    retention: tuple[FactView, ...]


def provider_lines(snapshot: Snapshot, day: date, *, asked: Asked | None = None, seat: str = "") -> list[ProviderLine]:
    """Every provider by name; with `asked` those of which it is known what they take for it, with `seat` those with
    an entity in that country."""
    lines = [_line(own, day) for own in snapshot.providers.values()]
    found = [
        line
        for line in lines
        if (not seat or seat in {code for code, _ in line.seats})
        and (asked is None or any(way.asked == asked.value and way.way != "unknown" for way in line.ways))
    ]
    return sorted(found, key=lambda line: line.name.casefold())


def provider_view(snapshot: Snapshot, name: str, day: date) -> ProviderView:
    """The provider as of `day`. Raises LookupError where no pack describes it."""
    own = snapshot.providers.get(name)
    if own is None:
        raise LookupError(say("No pack describes a provider “{name}”.", name=name))

    def facts(found: Sequence[Dated[Any]]) -> tuple[FactView, ...]:
        return tuple(fact_view(fact, snapshot.sources, day) for fact in found if fact.covers(day))

    return ProviderView(
        id=own.id,
        name=own.name,
        line=_line(own, day),
        entities=tuple(
            SeatView(
                entity.value,
                entity.country,
                CountryCode(entity.country).english_name,
                entity.serves,
                fact_view(entity, snapshot.sources, day),
            )
            for entity in own.entities
            if entity.covers(day)
        ),
        services=facts(own.services),
        asks=tuple(_ask(snapshot, own, asked, day) for asked in Asked),
        portal=facts(own.portal),
        emergency=facts(own.emergency),
        languages=facts(own.languages),
        notice=facts(own.notice),
        preserves_for=facts(own.preserves_for),
        retention=facts(own.retention),
    )


def seats(snapshot: Snapshot) -> list[tuple[str, str]]:
    """The countries in which providers have a seat, by name."""
    codes = {entity.country for own in snapshot.providers.values() for entity in own.entities}
    return sorted(((code, CountryCode(code).english_name) for code in codes), key=lambda pair: pair[1])


def _line(own: ProviderFile, day: date) -> ProviderLine:
    held = [fact for fact in _facts(own) if fact.covers(day)]
    entities = [entity for entity in own.entities if entity.covers(day)]
    return ProviderLine(
        id=own.id,
        name=own.name,
        services=", ".join(service for fact in own.services if fact.covers(day) for service in fact.value),
        seats=tuple({entity.country: CountryCode(entity.country).english_name for entity in entities}.items()),
        ways=tuple(_way(asked, _accepted(own, asked, day)) for asked in Asked),
        read=sum(not fact.confidence.assumed for fact in held),
        facts=len(held),
        oldest=max((Age.of(fact.observed, day) for fact in held), key=list(Age).index, default=Age.FRESH),
        checked=min((fact.checked for fact in held), default=day),
    )


def _ask(snapshot: Snapshot, own: ProviderFile, asked: Asked, day: date) -> AskView:
    accepted = _accepted(own, asked, day)
    return AskView(
        _way(asked, accepted),
        _NEEDS[asked],
        tuple(
            (tuple(process.label for process in fact.value), fact.conditions, fact_view(fact, snapshot.sources, day))
            for fact in accepted
        ),
    )


def _accepted(own: ProviderFile, asked: Asked, day: date) -> list[Acceptance]:
    return [fact for fact in own.accepts.get(asked, ()) if fact.covers(day)]


def _way(asked: Asked, accepted: Sequence[Acceptance]) -> WayView:
    processes = {process for fact in accepted for process in fact.value}
    way = "unknown" if not processes else "direct" if processes & DIRECT else "through-state"
    assumed = bool(accepted) and all(fact.confidence.assumed for fact in accepted)
    perhaps = bool(accepted) and all(fact.confidence is Confidence.LOW for fact in accepted)
    return WayView(asked.value, asked.label, way, assumed, perhaps)


def _facts(own: ProviderFile) -> Iterator[Dated[Any]]:
    """Every fact about a provider, whatever its value is."""
    parts: list[Sequence[Dated[Any]]] = [own.entities, own.services, *own.accepts.values(), own.portal, own.emergency]
    parts += [own.languages, own.notice, own.preserves_for, own.retention]
    for part in parts:
        yield from part


_NEEDS = {
    Asked.PRESERVATION: noted("Keep it from being deleted"),
    Asked.SUBSCRIBER: noted("Who is behind it"),
    Asked.TRAFFIC: noted("Whom they talked to, when, from where"),
    Asked.CONTENT: noted("What was said"),
    Asked.EMERGENCY: noted("A life is in danger"),
}
