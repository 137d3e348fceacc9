"""A list of recommendations that somebody adopted and countries follow up; who did what about them is not here."""

from __future__ import annotations

from datetime import date
from enum import StrEnum

from pydantic import Field

from comity.atlas.rules.fact import Cited, Frozen


class Addressee(StrEnum):
    """Who is to act on a recommendation."""

    PARTIES = "parties"
    COUNCIL = "council"
    PROTOCOL = "protocol"

    @property
    def label(self) -> str:
        return {
            "parties": "States, at home",
            "council": "Council of Europe and T-CY",
            "protocol": "to be settled by a protocol",
        }[self]


class Recommendation(Cited):
    """One of them. `number` is as its list counts; `features` says what of this software helps with it."""

    number: str
    says: str
    addressee: Addressee = Addressee.PARTIES
    features: tuple[str, ...] = ()


class RecommendationList(Frozen):
    """`adopted` is the day, where it is known."""

    id: str = Field(pattern=r"^[a-z0-9-]+$")
    title: str
    by: str
    adopted: date | None = None
    recommendations: tuple[Recommendation, ...]


class RecommendationsPack(Frozen):
    """`recommendations.yaml`."""

    recommendations: RecommendationList
