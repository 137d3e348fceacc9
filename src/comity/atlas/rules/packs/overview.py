"""An overview of several projects, as it was presented: its slides' own words, the activities that remained, and what
it proposed for the time after. What other packs hold of it, the state of play above all, is not repeated here."""

from __future__ import annotations

from datetime import date
from enum import StrEnum

from pydantic import Field

from comity.atlas.rules.fact import Country, Frozen
from comity.atlas.rules.packs.project import Statement


class ActivityKind(StrEnum):
    """What sort of activity it is; of an overview, as we read its words."""

    REGIONAL_MEETING = "regional-meeting"
    WORKSHOP = "workshop"
    ADVISORY_MISSION = "advisory-mission"
    STUDY = "study"
    TRAINING = "training"
    EXERCISE = "exercise"
    CONFERENCE = "conference"
    SUPPORT = "support"

    @property
    def label(self) -> str:
        return "support to participation" if self is ActivityKind.SUPPORT else self.value.replace("-", " ")


class Precision(StrEnum):
    """How exactly the time is known: the days, a month, or several months."""

    DAY = "day"
    MONTH = "month"
    MONTHS = "months"

    @property
    def label(self) -> str:
        return {"day": "exact days", "month": "the month only", "months": "between two months"}[self]


class StatedActivity(Statement):
    """`says` is the whole line; `starts` and `ends` are the first and last day that its words allow.

    `projects` are those that it serves, the leading one first, as we read it; `result` is the leading one's.
    """

    id: str = Field(pattern=r"^[a-z0-9-]+$")
    title: str
    kind: ActivityKind
    projects: tuple[str, ...] = Field(min_length=1)
    result: int | None = None
    venue: str = ""
    host: Country | None = None
    countries: tuple[Country, ...] = ()
    starts: date
    ends: date
    when: str
    precision: Precision
    unconfirmed: bool = False
    ongoing: bool = False


class SlideWords(Statement):
    """A slide's title and its lines. `part` says what of the product the slide shows, `about` of which project."""

    number: int = Field(ge=1)
    title: str
    part: str = Field(pattern=r"^[a-z-]+$")
    about: str = ""


class ProposalGroup(Statement):
    """A heading of the proposals with its points; `period` is the time that the slide names."""

    period: str
    points: tuple[str, ...]


class Overview(Frozen):
    """`slides` in their order; `activities` and `proposals` in that of the slides."""

    id: str = Field(pattern=r"^[a-z0-9-]+$")
    title: str
    meeting: str
    about: str
    place: str
    day: date
    site: str
    slides: tuple[SlideWords, ...]
    activities: tuple[StatedActivity, ...]
    further: tuple[Statement, ...]
    proposals: tuple[ProposalGroup, ...]


class OverviewPack(Frozen):
    """`overview.yaml`."""

    overview: Overview
