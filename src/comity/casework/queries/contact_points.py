"""The 24/7 points of contact that the atlas knows, by country. Institutions only: the atlas holds no number."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from comity.atlas.queries.snapshot import node_snapshot
from comity.atlas.rules.measure import Stage
from comity.atlas.rules.packs.consistency import CONVENTION
from comity.atlas.rules.packs.country import Function
from comity.atlas.rules.snapshot import Snapshot
from comity.casework.rules.refusal import refused
from comity.kernel import clock
from comity.kernel.country import CountryCode
from comity.kernel.country_words import country_in_sentence
from comity.kernel.words import say


@dataclass(frozen=True, slots=True)
class ContactPoint:
    """An authority that is a point of contact; `assumed` where that is not of high confidence or is disputed."""

    id: str
    name: str
    assumed: bool


def contact_points(snapshot: Snapshot, country: str, day: date) -> tuple[ContactPoint, ...]:
    """Those of `country` under the Convention on `day`; empty where the atlas knows of none."""
    if CONVENTION not in snapshot.instruments:
        return ()
    found = snapshot.on(day).competent(country, Function.POINT_OF_CONTACT, Stage.PRE_TRIAL, CONVENTION)
    return tuple(
        ContactPoint(
            item.authority.id,
            item.authority.name,
            item.disputed or all(fact.confidence.assumed for fact in item.facts),
        )
        for item in found
    )


def directory(country: str) -> tuple[ContactPoint, ...]:
    """The points of contact of `country` today, by this node's packs."""
    return contact_points(node_snapshot(), country, clock.today())


def authority_named(country: CountryCode, identity: str) -> str:
    """The name of the country's authority with this id. Raises Refused where the atlas has none."""
    pack = node_snapshot().countries.get(country)
    for authority in pack.authorities if pack else ():
        if authority.id == identity:
            return authority.name
    raise refused(
        "authority_id",
        "Point of contact",
        say(
            "The atlas knows no authority “{identity}” in {country}. Choose from the list.",
            identity=identity[:60],
            country=country_in_sentence(country),
        ),
    )
