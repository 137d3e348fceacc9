"""What the answers count for: as often as this node asked or was asked, where it was at all; else once."""

from __future__ import annotations

from dataclasses import dataclass, field

from django.conf import settings

from comity.casework.queries.asked_measures import asked_measures
from comity.casework.queries.statistics import READERS, last_year, this_month
from comity.casework.rules.direction import Direction
from comity.kernel.country import CountryCode
from comity.kernel.sayable import sayable
from comity.kernel.words import noted
from comity.people.models.user import User
from comity.people.queries.roles import roles_of
from comity.routes.rules.worth import Weights
from comity.stateofplay.rules.weighed import EQUALLY


@dataclass(frozen=True, slots=True)
class Weighting:
    """The weights, and a sentence that says where they come from."""

    says: str
    weights: Weights = field(default_factory=dict)

    @property
    def equal(self) -> bool:
        return not self.weights


EQUAL = Weighting(EQUALLY)


def weighting(visitor: object) -> Weighting:
    """By this node's requests of the last twelve months, for whoever may read its statistics; equal for all others, who
    must not learn from a ranking whom this node asks."""
    if visitor is not None and not (isinstance(visitor, User) and roles_of(visitor) & READERS):
        return EQUAL
    asked = last_year(this_month())
    counted = asked_measures(asked.since, asked.until, by=visitor)
    here = CountryCode(settings.ENV.country)
    weights = {
        (here, CountryCode(country), measure) if way is Direction.OUTGOING else (CountryCode(country), here, measure): n
        for (way, country, measure), n in counted.items()
        if n > 0
    }
    return _weighting(weights, here)


def _weighting(weights: Weights, here: CountryCode) -> Weighting:
    if not weights:
        return Weighting(sayable(_NO_REQUEST))
    return Weighting(sayable(_BY_REQUESTS, country=here), weights)


_NO_REQUEST = noted(
    "Each measure between two countries counts once. This node has counted no request in the last twelve months."
)
_BY_REQUESTS = noted(
    "Weighed by this node’s own requests of the last twelve months, from and to {country}: a measure counts as often "
    "as it was asked for. What it has no request of counts once."
)
