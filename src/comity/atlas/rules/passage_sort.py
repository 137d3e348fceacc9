"""What sorts of passage the atlas holds, in the order in which a reader meets them."""

from __future__ import annotations

from enum import StrEnum

from comity.kernel.words import noted


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
    Sort.COUNTRY: noted("Countries"),
    Sort.AUTHORITY: noted("Authorities"),
    Sort.POWER: noted("Powers"),
    Sort.PROCEDURE: noted("Procedures"),
    Sort.PRACTICE: noted("Mutual legal assistance in practice"),
    Sort.LEGAL: noted("Domestic provisions"),
    Sort.PROFILE: noted("Profiles"),
    Sort.OBSERVATION: noted("Observations"),
    Sort.INSTRUMENT: noted("Instruments"),
    Sort.ARTICLE: noted("Articles"),
    Sort.PARTY: noted("Standing towards instruments"),
    Sort.STATEMENT: noted("Reservations and declarations"),
    Sort.GROUND: noted("Grounds for refusal"),
    Sort.PERIOD: noted("Legal periods"),
    Sort.PROVIDER: noted("Providers"),
    Sort.TERM: noted("Glossary"),
    Sort.RECOMMENDATION: noted("Recommendations"),
    Sort.PRIORITY: noted("Strategic priorities"),
    Sort.PROJECT: noted("Projects"),
    Sort.OVERVIEW: noted("Overviews of projects"),
    Sort.QUESTION: noted("Questions of assessments"),
    Sort.MODEL: noted("Model elements"),
    Sort.CLOCK: noted("Clocks"),
    Sort.CHANNEL: noted("Channels"),
    Sort.SOURCE: noted("Sources"),
}
