"""The charts of the state of play as this node knows it, by name."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import date

from comity.atlas.queries.snapshot import node_snapshot
from comity.stateofplay.queries.consequences import consequences_of
from comity.stateofplay.queries.node_matrix import node_matrix
from comity.stateofplay.queries.powers import powers_of
from comity.stateofplay.rules.consequences import Consequence
from comity.stateofplay.rules.pictures.consequences import consequences_picture
from comity.stateofplay.rules.pictures.overview import overview
from comity.stateofplay.rules.pictures.picture import Picture
from comity.stateofplay.rules.pictures.powers import per_article, per_country, tiles
from comity.stateofplay.rules.powers import Powers

Countries = Sequence[str] | None


def node_powers(day: date, countries: Countries = None) -> Powers:
    """The powers as of `day`."""
    return powers_of(node_snapshot(), day, countries=countries)


def node_powers_on(days: Sequence[date], countries: Countries = None) -> tuple[Powers, ...]:
    """The powers as of each of `days`, by the same law."""
    snapshot = node_snapshot()
    return tuple(powers_of(snapshot, day, countries=countries) for day in days)


def node_gaps(day: date, countries: Countries = None) -> tuple[Powers, tuple[Consequence, ...]]:
    """The powers as of `day`, and what each gap does to requests."""
    snapshot = node_snapshot()
    powers = powers_of(snapshot, day, countries=countries)
    return powers, consequences_of(snapshot, powers)


PICTURES: Mapping[str, Callable[[date, Countries], Picture]] = {
    "overview": lambda day, countries: overview(node_matrix(day, countries=countries)),
    "tiles": lambda day, countries: tiles(node_powers(day, countries)),
    "powers": lambda day, countries: per_country(node_powers(day, countries)),
    "articles": lambda day, countries: per_article(node_powers(day, countries)),
    "consequences": lambda day, countries: consequences_picture(node_gaps(day, countries)[1]),
}
