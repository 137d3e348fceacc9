"""The worlds that are planned in: the packs as they are, 75 countries cloned from them, and one shaken at random."""

from __future__ import annotations

import random
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any, TypeVar

import pycountry

from comity.atlas.queries.folder import folder_snapshot
from comity.atlas.rules.edit import SUPPOSED
from comity.atlas.rules.fact import Dated
from comity.atlas.rules.packs.consistency import CONVENTION
from comity.atlas.rules.packs.country import Authority, CountryPack, Level, Power
from comity.atlas.rules.packs.instrument import Effect, InstrumentPack, Membership, Statement
from comity.atlas.rules.snapshot import Snapshot
from comity.kernel.confidence import Confidence
from comity.kernel.country import CountryCode

PACKS = Path(__file__).parents[2] / "packs"
PARTIES_MOSTLY = [*Membership, *(Membership.PARTY for _ in range(8))]
"""What the memberships of a shaken world are drawn from: were few States Party, few cells would differ."""

V = TypeVar("V")


def as_packed() -> Snapshot:
    """What the packs say."""
    return folder_snapshot(PACKS)


def cloned(snapshot: Snapshot, how_many: int) -> Snapshot:
    """A world of `how_many` countries: those of the packs, then others by code, each with the facts of one of them.

    So that no country is trivially unknown: a country of which nothing is known is cheaper to plan for.
    """
    models = sorted(snapshot.countries)
    codes = sorted(country.alpha_2 for country in pycountry.countries if country.alpha_2 not in models)
    model_of = {code: models[n % len(models)] for n, code in enumerate(codes[: how_many - len(models)])}
    clones = {code: _country(snapshot.countries[model], code) for code, model in model_of.items()}
    instruments = {name: _instrument(pack, model_of) for name, pack in snapshot.instruments.items()}
    return replace(snapshot, countries={**snapshot.countries, **clones}, instruments=instruments)


def countries_of(snapshot: Snapshot) -> list[CountryCode]:
    return [CountryCode(code) for code in sorted(snapshot.countries)]


def _country(pack: CountryPack, code: str) -> CountryPack:
    """`pack` under another country's code and name."""
    own = pack.country.model_copy(update={"code": code, "name": CountryCode(code).english_name})
    return pack.model_copy(
        update={"country": own, "authorities": tuple(_authority(item, code) for item in pack.authorities)}
    )


def _authority(authority: Authority, code: str) -> Authority:
    successor = authority.successor and code.lower() + authority.successor[2:]
    return authority.model_copy(update={"id": code.lower() + authority.id[2:], "successor": successor})


def _instrument(pack: InstrumentPack, model_of: Mapping[str, str]) -> InstrumentPack:
    return pack.model_copy(
        update={"parties": _spread(pack.parties, model_of), "statements": _spread(pack.statements, model_of)}
    )


def _spread(rows: Mapping[str, V], model_of: Mapping[str, str]) -> dict[str, V]:
    """`rows` with each clone's own row, if any, replaced by its model's, if any."""
    kept = {code: row for code, row in rows.items() if code not in model_of}
    return kept | {code: rows[model] for code, model in model_of.items() if model in rows}


def shaken(snapshot: Snapshot, seed: int) -> Snapshot:
    """`snapshot` with powers, memberships, declarations and points of contact drawn at random, the same for a seed.

    Made so that the peers must agree with the planner where facts are missing, disputed or uncertain, too.
    """
    draw = random.Random(seed)  # noqa: S311 - a repeatable draw, nothing secret
    convention = snapshot.instruments[CONVENTION]
    articles = ("16", "17", *convention.instrument.articles["16"].substitutes)
    countries = {code: _shaken_country(pack, articles, draw) for code, pack in snapshot.countries.items()}
    changed = convention.model_copy(
        update={
            "parties": {code: _drawn(PARTIES_MOSTLY, _membership, draw) for code in countries},
            "statements": {code: _statements(draw) for code in countries},
        }
    )
    return replace(snapshot, countries=countries, instruments={**snapshot.instruments, CONVENTION: changed})


def _shaken_country(pack: CountryPack, articles: Sequence[str], draw: random.Random) -> CountryPack:
    powers = {article: _drawn(list(Level), _power, draw) for article in articles}
    authorities = pack.authorities if draw.random() < 0.8 else ()
    own = pack.country if draw.random() < 0.5 else pack.country.model_copy(update={"request_languages": ()})
    return pack.model_copy(update={"country": own, "powers": {**pack.powers, **powers}, "authorities": authorities})


def _drawn(values: Sequence[Any], make: Callable[[Any, Confidence], V], draw: random.Random) -> tuple[V, ...]:
    """No fact, one certain fact, one uncertain one, or two that contradict each other."""
    first, second = draw.sample(values, 2)
    match draw.choice(("none", "one", "one", "one", "one", "uncertain", "two")):
        case "none":
            return ()
        case "uncertain":
            return (make(first, Confidence.LOW),)
        case "two":
            return make(first, Confidence.HIGH), make(second, Confidence.HIGH)
    return (make(first, Confidence.MEDIUM),)


def _cited(confidence: Confidence) -> dict[str, Any]:
    return {"source": SUPPOSED, "checked": date(2020, 1, 1), "confidence": confidence}


def _power(level: Level, confidence: Confidence) -> Power:
    return Power(value=level, **_cited(confidence))


def _membership(membership: Membership, confidence: Confidence) -> Dated[Membership]:
    return Dated[Membership](value=membership, **_cited(confidence))


def _statements(draw: random.Random) -> tuple[Statement, ...]:
    drawn = (
        (Effect.CENTRAL_ONLY, "27(9)(e)", draw.random() < 0.4),
        (Effect.NOT_APPLIED, "29", draw.random() < 0.2),
        (Effect.NOT_APPLIED, "27", draw.random() < 0.1),
        (Effect.DUAL_CRIMINALITY, "29(4)", draw.random() < 0.3),
    )
    return tuple(
        Statement(value=effect, article=article, says="Supposed.", disputed=draw.random() < 0.3, **_cited(_sure(draw)))
        for effect, article, made in drawn
        if made
    )


def _sure(draw: random.Random) -> Confidence:
    return draw.choice(list(Confidence))
