"""What sorts of passage the atlas holds, in the order in which a reader meets them."""

from __future__ import annotations

from enum import StrEnum


class Sort(StrEnum):
    """What a passage speaks of. The label is for a heading above several."""

    COUNTRY = "country"
    AUTHORITY = "authority"
    POWER = "power"
    PROCEDURE = "procedure"
    PRACTICE = "practice"
    LEGAL = "legal"
    PROFILE = "profile"
    OBSERVATION = "observation"
    INSTRUMENT = "instrument"
    ARTICLE = "article"
    PARTY = "party"
    STATEMENT = "statement"
    GROUND = "ground"
    PERIOD = "period"
    PROVIDER = "provider"
    TERM = "term"
    RECOMMENDATION = "recommendation"
    PRIORITY = "priority"
    PROJECT = "project"
    OVERVIEW = "overview"
    QUESTION = "question"
    MODEL = "model"
    CLOCK = "clock"
    CHANNEL = "channel"
    SOURCE = "source"

    @property
    def label(self) -> str:
        return _LABELS[self]


_LABELS = {
    Sort.COUNTRY: "Countries",
    Sort.AUTHORITY: "Authorities",
    Sort.POWER: "Powers",
    Sort.PROCEDURE: "Procedures",
    Sort.PRACTICE: "Mutual legal assistance in practice",
    Sort.LEGAL: "Domestic provisions",
    Sort.PROFILE: "Profiles",
    Sort.OBSERVATION: "Observations",
    Sort.INSTRUMENT: "Instruments",
    Sort.ARTICLE: "Articles",
    Sort.PARTY: "Standing towards instruments",
    Sort.STATEMENT: "Reservations and declarations",
    Sort.GROUND: "Grounds for refusal",
    Sort.PERIOD: "Legal periods",
    Sort.PROVIDER: "Providers",
    Sort.TERM: "Glossary",
    Sort.RECOMMENDATION: "Recommendations",
    Sort.PRIORITY: "Strategic priorities",
    Sort.PROJECT: "Projects",
    Sort.OVERVIEW: "Overviews of projects",
    Sort.QUESTION: "Questions of assessments",
    Sort.MODEL: "Model elements",
    Sort.CLOCK: "Clocks",
    Sort.CHANNEL: "Channels",
    Sort.SOURCE: "Sources",
}
