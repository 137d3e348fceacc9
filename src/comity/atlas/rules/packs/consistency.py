"""Checks that no single pack can make: every source, article, authority and instrument that is named exists,
no two facts of one period contradict each other unnoticed, and nobody's personal contact data slipped in."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

from pydantic import BaseModel

from comity.atlas.rules.fact import Cited, Dated
from comity.atlas.rules.packs.country import CountryPack
from comity.atlas.rules.packs.instrument import InstrumentFile, InstrumentPack
from comity.atlas.rules.packs.sources import SourcesPack
from comity.atlas.rules.timeline import undeclared_conflicts
from comity.packkit.kind import Contents, Fault
from comity.packkit.reading import FactPath

CONVENTION = "ets185"
GENERAL_SEIZURE = "general-seizure"
"""Ordinary search, seizure or production of things: no article of the Convention, but what stands in for many."""

_PERSONAL = re.compile(r"[\w.+-]+@[\w-]+\.\w{2,}|\+\d[\d ()-]{7,}\d")


def across_packs(contents: Contents) -> Iterator[Fault]:
    """Every fault of the whole set, in the order of the packs' names."""
    sources = {key for pack in contents.values() if isinstance(pack, SourcesPack) for key in pack.sources}
    instruments = {p.instrument.id: p for p in contents.values() if isinstance(p, InstrumentPack)}
    for name, pack in sorted(contents.items()):
        for path, fault in _faults_anywhere(pack, (), sources):
            yield Fault(name, path, fault)
        if isinstance(pack, InstrumentPack):
            yield from (Fault(name, path, fault) for path, fault in _instrument(pack, instruments))
        if isinstance(pack, CountryPack):
            yield from (Fault(name, path, fault) for path, fault in _country(pack, instruments))


Found = Iterator[tuple[FactPath, str]]
_SIDE_BY_SIDE = {"statements", "authorities", "profile", "practice", "procedures"}
"""Parts where several facts of one period say different things without contradicting each other."""


def _faults_anywhere(value: Any, path: FactPath, sources: set[str]) -> Found:
    """Sources that do not exist, contradictions and personal data, wherever they stand."""
    if isinstance(value, Cited) and value.source not in sources:
        yield (*path, "source"), f"“{value.source}” is not a source. Add it to packs/sources, or correct it."
    if isinstance(value, BaseModel):
        for name, field in type(value).model_fields.items():
            yield from _faults_anywhere(getattr(value, name), (*path, field.alias or name), sources)
    elif isinstance(value, Mapping):
        for key, item in value.items():
            yield from _faults_anywhere(item, (*path, str(key)), sources)
    elif isinstance(value, tuple):
        yield from _contradictions(value, path)
        for number, item in enumerate(value):
            yield from _faults_anywhere(item, (*path, number), sources)
    elif isinstance(value, str) and _PERSONAL.search(value):
        yield path, "This looks like an e-mail address or a telephone number. Packs hold no contact data."


def _contradictions(values: Sequence[Any], path: FactPath) -> Found:
    if values and all(type(value) is type(values[0]) and isinstance(value, Dated) for value in values):
        if (path[0] in _SIDE_BY_SIDE and path[-1] != "exists") or path[-1] == "entities":
            return
        for number in undeclared_conflicts(values):
            sentence = "This contradicts an earlier fact of the same period. End one, or mark both as disputed."
            yield (*path, number), sentence


def _instrument(pack: InstrumentPack, instruments: Mapping[str, InstrumentPack]) -> Found:
    own = pack.instrument
    powers = power_names(instruments)
    for number, basis in enumerate(own.bases):
        here: FactPath = ("instrument", "bases", number)
        helped = [power for powers_of in basis.helped_by.values() for power in powers_of]
        yield from _named(here, "article", [basis.article], own.articles, own.short)
        yield from _named(here, "powers", [*basis.powers, *helped], powers, "the Convention's powers")
        yield from _named(here, "refusals", basis.refusals, _articles_with_grounds(own), "grounds")
        yield from _named(here, "clocks", basis.clocks, own.clocks, "clocks")
    for article_number, article in own.articles.items():
        place = ("instrument", "articles", article_number)
        yield from _named(place, "substitutes", article.substitutes, powers, "powers")
    yield from _named(("instrument",), "requires", own.requires, instruments, "instruments")
    for clock_name, clock in own.clocks.items():
        yield from _named(("instrument", "clocks", clock_name), "article", [clock.article], own.articles, own.short)
    ids = [ground.id for ground in own.grounds]
    for number, ground in enumerate(own.grounds):
        if ids.index(ground.id) != number:
            yield ("instrument", "grounds", number, "id"), f"“{ground.id}” stands here a second time."
    for country, statements in pack.statements.items():
        for number, statement in enumerate(statements):
            yield from _named(("statements", country, number), "article", [statement.article], own.articles, own.short)


def _articles_with_grounds(own: InstrumentFile) -> set[str]:
    """The articles of grounds, and those that hold them: “29(5)” for “29(5)(a)”."""
    return {part for ground in own.grounds for part in (ground.article, *_around(ground.article))}


def _around(article: str) -> Iterator[str]:
    while "(" in article:
        article = article.rpartition("(")[0]
        yield article


def _country(pack: CountryPack, instruments: Mapping[str, InstrumentPack]) -> Found:
    ids = [authority.id for authority in pack.authorities]
    for number, authority in enumerate(pack.authorities):
        here: FactPath = ("authorities", number)
        if ids.index(authority.id) != number:
            yield (*here, "id"), f"“{authority.id}” stands here a second time."
        if authority.id[:2] != pack.country.code.lower():
            yield (*here, "id"), f"Identifiers of this country's authorities begin with “{pack.country.code.lower()}-”."
        if authority.successor:
            yield from _named(here, "successor", [authority.successor], ids, "this country's authorities")
        for place, competence in enumerate(authority.competences):
            at = (*here, "competences", place)
            yield from _named(at, "instruments", competence.instruments, instruments, "instruments")
    for article in pack.powers:
        yield from _named(("powers",), article, [article], power_names(instruments), "the Convention's powers")


def power_names(instruments: Mapping[str, InstrumentPack]) -> set[str]:
    """What a power may be called: an article of the Convention, or ordinary search and seizure."""
    convention = instruments.get(CONVENTION)
    return {GENERAL_SEIZURE, *(convention.instrument.articles if convention else ())}


def _named(path: FactPath, key: str, names: Iterable[str], known: Iterable[str], where: str) -> Found:
    known = set(known)
    for name in names:
        if name not in known:
            yield (*path, key), f"“{name}” is not among {where}. Known: {', '.join(sorted(known)[:40])}."
