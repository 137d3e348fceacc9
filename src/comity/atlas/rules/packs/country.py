"""A country: calendar and languages, authorities, powers article by article, and what assessments observed.

Holds institutions only. Names, telephone numbers and addresses of persons never stand in a pack.
"""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum
from functools import cache
from typing import Annotated
from zoneinfo import available_timezones

from pydantic import AfterValidator, Field

from comity.atlas.rules.fact import Country, Dated, Frozen
from comity.atlas.rules.measure import Measure, Stage
from comity.atlas.rules.packs.profile import Heading, Practice, Procedure


@cache
def _zones() -> frozenset[str]:
    """Asked once: the answer is read from hundreds of folders."""
    return frozenset(available_timezones())


def _known_zone(name: str) -> str:
    if name not in _zones():
        raise ValueError(f"“{name}” is not a time zone. Use a name such as Asia/Tbilisi.")
    return name


class Function(StrEnum):
    """What an authority is competent for."""

    POINT_OF_CONTACT = "point-of-contact"
    CENTRAL_AUTHORITY = "central-authority"
    CYBERCRIME_UNIT = "cybercrime-unit"
    POLICE_COOPERATION = "police-cooperation"

    @property
    def label(self) -> str:
        return {
            "point-of-contact": "24/7 point of contact",
            "central-authority": "authority for mutual legal assistance",
            "cybercrime-unit": "operational cybercrime unit",
            "police-cooperation": "police-to-police cooperation",
        }[self]


class Level(StrEnum):
    """How far domestic law gives the power that an article asks for."""

    FULL = "full"
    PARTIAL = "partial"
    NONE = "none"


class CountryFile(Frozen):
    """`holidays` is the country's code in the holidays library, or None where that library does not know it."""

    code: Country
    name: str
    time_zone: Annotated[str, AfterValidator(_known_zone)]
    languages: tuple[str, ...]
    request_languages: tuple[Dated[tuple[str, ...]], ...] = ()
    holidays: str | None = None
    about: tuple[Dated[str], ...] = ()


class Competence(Dated[Function]):
    """A function of an authority. No stage given means both; no instrument given means any."""

    stages: tuple[Stage, ...] = (Stage.PRE_TRIAL, Stage.TRIAL)
    instruments: tuple[str, ...] = ()


class Authority(Frozen):
    """An authority, how long it has existed under this name, and who came after it."""

    id: str = Field(pattern=r"^[a-z]{2}-[a-z0-9-]+$")
    name: str
    exists: tuple[Dated[bool], ...] = ()
    successor: str | None = None
    competences: tuple[Competence, ...]


class Power(Dated[Level]):
    """A domestic power at a time: the provision, who orders it, from which offence on, for how long, safeguards."""

    provision: str = ""
    ordered_by: str = ""
    threshold: str = ""
    duration: str = ""
    safeguards: str = ""


class Provision(Dated[Level]):
    """The domestic provision beside an article of an instrument (“ets185:2”, “cets224:7”), and how far it goes."""

    provision: str = ""


class Topic(StrEnum):
    """The rows of the State of Play overview."""

    STRATEGIES = "strategies"
    PROCEDURAL_LAW = "procedural-law"
    CYBERCRIME_UNITS = "cybercrime-units"
    POLICE_COOPERATION = "police-cooperation"
    JUDICIAL_COOPERATION = "judicial-cooperation"

    @property
    def label(self) -> str:
        """The row's name on the overview of June 2017."""
        return {
            "strategies": "Strategies/action plans",
            "procedural-law": "Procedural law: gaps in terms of Convention",
            "cybercrime-units": "Operational cybercrime units",
            "police-cooperation": "Police-to-police cooperation units",
            "judicial-cooperation": "Authorities for judicial cooperation",
        }[self]


class CountryPack(Frozen):
    """One field a file: `powers.yaml` by article, `observations.yaml` by topic, `profile.yaml` by heading,
    `practice.yaml` by what the form on national procedures asks, `procedures.yaml` by measure, `legal.yaml` by
    instrument and article for what is no power."""

    country: CountryFile
    authorities: tuple[Authority, ...]
    powers: Mapping[str, tuple[Power, ...]]
    observations: Mapping[Topic, tuple[Dated[tuple[str, ...]], ...]] = Field(default_factory=dict)
    profile: Mapping[Heading, tuple[Dated[str], ...]] = Field(default_factory=dict)
    practice: Mapping[Practice, tuple[Dated[str], ...]] = Field(default_factory=dict)
    procedures: Mapping[Measure, tuple[Procedure, ...]] = Field(default_factory=dict)
    legal: Mapping[str, tuple[Provision, ...]] = Field(default_factory=dict)
