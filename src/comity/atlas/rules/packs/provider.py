"""A service provider: who it is, what it takes for which data, how to reach it, how long it keeps what.

Public facts only, each with source and age. No name, number or address of a person.
"""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum

from pydantic import Field

from comity.atlas.rules.fact import Country, Dated, Frozen


class Asked(StrEnum):
    """What an authority asks of a provider."""

    PRESERVATION = "preservation"
    SUBSCRIBER = "subscriber"
    TRAFFIC = "traffic"
    CONTENT = "content"
    EMERGENCY = "emergency"

    @property
    def label(self) -> str:
        return {
            "preservation": "preservation",
            "subscriber": "subscriber information",
            "traffic": "traffic data",
            "content": "content data",
            "emergency": "disclosure in an emergency",
        }[self]


class Process(StrEnum):
    """By what a provider says it can be asked."""

    REQUEST = "request"
    FOREIGN_ORDER = "foreign-order"
    OWN_LAW = "own-law"
    MLA = "mla"
    CETS224 = "cets224-7"
    EU_ORDER = "eu-order"
    EMERGENCY_FORM = "emergency-form"

    @property
    def label(self) -> str:
        return {
            "request": "a request of the foreign authority, which it answers of its own will",
            "foreign-order": "an order under the law of the authority that asks",
            "own-law": "an order under the law of its own seat",
            "mla": "mutual legal assistance",
            "cets224-7": "an order under Article 7 of the Second Additional Protocol",
            "eu-order": "a European Production or Preservation Order",
            "emergency-form": "its form for emergencies",
        }[self]


class Entity(Dated[str]):
    """A legal entity that holds data: its name, its seat, whom it serves."""

    country: Country
    serves: str = ""


class Acceptance(Dated[tuple[Process, ...]]):
    """What the provider takes for one sort of data, and on which conditions."""

    conditions: str = ""


class ProviderFile(Frozen):
    """`preserves_for` is in days. What no source says is left out: it is unknown."""

    id: str = Field(pattern=r"^[a-z0-9-]+$")
    name: str
    entities: tuple[Entity, ...]
    services: tuple[Dated[tuple[str, ...]], ...] = ()
    accepts: Mapping[Asked, tuple[Acceptance, ...]] = Field(default_factory=dict)
    portal: tuple[Dated[str], ...] = ()
    emergency: tuple[Dated[str], ...] = ()
    languages: tuple[Dated[tuple[str, ...]], ...] = ()
    notice: tuple[Dated[str], ...] = ()
    preserves_for: tuple[Dated[int], ...] = ()
    retention: tuple[Dated[str], ...] = ()


class ProviderPack(Frozen):
    """`provider.yaml`."""

    provider: ProviderFile
