"""Model elements of a provision, article by article of the Convention, and the safeguards that every power needs.

What a draft ought to say, in our own words; never a text to copy, and no statement on any country.
"""

from __future__ import annotations

from collections.abc import Mapping

from pydantic import Field

from comity.atlas.rules.fact import Cited, Frozen


class Element(Cited):
    """Something that a provision on the article says. `optional`: the Convention leaves it to the Party."""

    id: str = Field(pattern=r"^[a-z0-9-]+$")
    says: str
    optional: bool = False


class ModelArticle(Cited):
    """`aim` says what the power is for, by the explanatory report; `elements` what a provision holds."""

    aim: str
    elements: tuple[Element, ...]


class Safeguard(Cited):
    """A question of Article 15 that a draft answers."""

    id: str = Field(pattern=r"^[a-z0-9-]+$")
    asks: str


class ModelLaw(Frozen):
    id: str = Field(pattern=r"^[a-z0-9-]+$")
    title: str
    articles: Mapping[str, ModelArticle]
    safeguards: tuple[Safeguard, ...]


class ModelLawPack(Frozen):
    """`law.yaml`."""

    law: ModelLaw
