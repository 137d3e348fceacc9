"""On which instrument a request rests, from what it says and the way that was chosen; and how a letter names one."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any
from zoneinfo import ZoneInfo

from comity.atlas.queries.snapshot import node_snapshot
from comity.atlas.rules.packs.instrument import InstrumentPack, Membership
from comity.atlas.rules.snapshot import Snapshot
from comity.casework.models.request import Request
from comity.casework.rules.blocks.treaty import DIFFERS, NAMED
from comity.casework.rules.declaration import Addressee, Kind
from comity.casework.rules.direction import Direction
from comity.casework.rules.footing import Footing, articles_in_words, instrument_in, named_in, treaty_name
from comity.casework.rules.registry import kind
from comity.kernel import clock


def instrument_of(request: Request, snapshot: Snapshot) -> str:
    """The id of the instrument that `request` rests on; empty where that is not known.

    What it says comes first, then the way that was chosen. One that arrived and names no other treaty rests on that of
    its form only where both sides are known to be Parties to it: whoever typed it in may have passed over the box.
    """
    told = _told(request)
    if told is not None:
        return told
    declared, planned = kind(request.kind), _planned(request)
    if words := named_in(request.content):
        return instrument_in(words, _names(snapshot)) or (planned if planned not in declared.instruments else "")
    own = _own(declared)
    return own if _both_parties(request, own, snapshot) else ""


def _told(request: Request) -> str | None:
    """The same as far as it needs no look at the law; None where it does."""
    declared, content, planned = kind(request.kind), request.content, _planned(request)
    if named_in(content):
        return None
    if planned and (DIFFERS not in content or planned in declared.instruments):
        return planned
    own = _own(declared)
    return own if not own or request.direction == Direction.OUTGOING else None


def _own(declared: Kind) -> str:
    return next(iter(declared.instruments)) if len(declared.instruments) == 1 else ""


def cited_by_steps(request: Request) -> str:
    """The id of the instrument whose articles the steps with `request` cite; empty where they cite none: what States
    owe each other when they answer binds no provider."""
    if kind(request.kind).addressee is Addressee.PROVIDER:
        return ""
    told = _told(request)
    return instrument_of(request, node_snapshot()) if told is None else told


def footing_of(request: Request) -> Footing:
    """What the letter of `request` rests on; an empty one where that is what its form is made for."""
    declared, told = kind(request.kind), _told(request)
    if told is not None and (not told or told in declared.instruments):
        return Footing()
    snapshot = node_snapshot()
    instrument = instrument_of(request, snapshot)
    pack = snapshot.instruments.get(instrument)
    if pack is None or instrument in declared.instruments:
        return Footing()
    named = named_in(request.content) or treaty_words(pack, _articles(pack, declared, _article(request)))
    return Footing(named, _equivalents(pack))


def treaty_said(following: Kind, earlier: Request) -> dict[str, Any]:
    """What `following` says of the treaty that `earlier` rests on, in its own fields; nothing where it has none, or
    where that treaty is not known."""
    snapshot = node_snapshot()
    instrument = instrument_of(earlier, snapshot)
    pack = snapshot.instruments.get(instrument)
    if DIFFERS not in following.fields or pack is None:
        return {}
    if instrument in following.instruments:
        return {DIFFERS: False, NAMED: ""}
    return {DIFFERS: True, NAMED: treaty_words(pack, _of_measures(pack, following, earlier))}


def treaty_of_way(declared: Kind, route: Mapping[str, Any]) -> str:
    """The treaty that a chosen way rests on, in words, where the form of `declared` is made for another."""
    instrument = str(route.get("instrument") or "")
    if not instrument or instrument in declared.instruments:
        return ""
    pack = node_snapshot().instruments.get(instrument)
    article = str(route.get("article") or "")
    return treaty_words(pack, _articles(pack, declared, article)) if pack else str(route.get("instrument_short", ""))


def treaty_words(pack: InstrumentPack, articles: Iterable[str]) -> str:
    """“European Convention on Mutual Assistance in Criminal Matters (ETS No. 30), Article 3”."""
    file = pack.instrument
    return ", ".join(filter(None, (treaty_name(file.title, file.reference), articles_in_words(articles))))


def _planned(request: Request) -> str:
    return str(_route(request).get("instrument") or "")


def _article(request: Request) -> str:
    return str(_route(request).get("article") or "")


def _route(request: Request) -> Mapping[str, Any]:
    route = request.plan.get("route")
    return route if isinstance(route, dict) else {}


def _names(snapshot: Snapshot) -> dict[str, tuple[str, ...]]:
    files = [pack.instrument for pack in snapshot.instruments.values()]
    return {file.id: (file.short, file.title, file.reference) for file in files}


def _equivalents(pack: InstrumentPack) -> dict[str, str]:
    """Articles of the Convention and those of this instrument that ask for the same."""
    return {article.equivalent: number for number, article in pack.instrument.articles.items() if article.equivalent}


def _articles(pack: InstrumentPack, declared: Kind, article: str) -> tuple[str, ...]:
    """The article of the way, and what answers to those that the form cites."""
    known = _equivalents(pack)
    return tuple(sorted({article, *(known[cited] for cited in declared.cites if cited in known)} - {""}, key=_number))


def _number(article: str) -> tuple[int, str]:
    digits = article.partition("(")[0]
    return (int(digits) if digits.isdecimal() else 0, article)


def _of_measures(pack: InstrumentPack, following: Kind, earlier: Request) -> tuple[str, ...]:
    """The articles on which `following` asks for what it asks; an extension asks for what the request before it did."""
    measures = following.measures or (kind(earlier.kind).measures if following.preserves else ())
    found = dict.fromkeys(basis.article for basis in pack.instrument.bases if basis.measure in measures)
    return _articles(pack, following, next(iter(found), ""))


def _both_parties(request: Request, instrument: str, snapshot: Snapshot) -> bool:
    if instrument not in snapshot.instruments:
        return True
    law = snapshot.on(clock.today(ZoneInfo(request.requested_zone)))
    sides = (request.requesting_country, request.requested_country)
    return all(law.membership(instrument, side).value is Membership.PARTY for side in sides)
