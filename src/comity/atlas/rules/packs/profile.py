"""What a country's profile says besides authorities and powers: headings, procedures, MLA in practice.

Institutions and law only; our own words. What nobody knows is left out.
"""

from __future__ import annotations

from enum import StrEnum

from comity.atlas.rules.fact import Dated
from comity.atlas.rules.measure import Stage
from comity.kernel.words import noted


class Heading(StrEnum):
    """The headings of a country's wiki profile, in the order of the page."""

    STRATEGIES = "strategies"
    STATE_OF_LEGISLATION = "state-of-legislation"
    SUBSTANTIVE_LAW = "substantive-law"
    PROCEDURAL_LAW = "procedural-law"
    SAFEGUARDS = "safeguards"
    RELATED_LAWS = "related-laws"
    INSTITUTIONS = "institutions"
    COOPERATION = "cooperation"
    GUIDES = "guides"
    CASE_LAW = "case-law"
    LINKS = "links"

    @property
    def label(self) -> str:
        return _HEADINGS[self]


_HEADINGS = {
    Heading.STRATEGIES: noted("Cybercrime policies and strategies"),
    Heading.STATE_OF_LEGISLATION: noted("State of cybercrime legislation"),
    Heading.SUBSTANTIVE_LAW: noted("Substantive law"),
    Heading.PROCEDURAL_LAW: noted("Procedural law"),
    Heading.SAFEGUARDS: noted("Safeguards"),
    Heading.RELATED_LAWS: noted("Related laws and regulations"),
    Heading.INSTITUTIONS: noted("Specialised institutions"),
    Heading.COOPERATION: noted("International cooperation: authorities and channels"),
    Heading.GUIDES: noted("Practical guides, templates and best practices"),
    Heading.CASE_LAW: noted("Case law"),
    Heading.LINKS: noted("Sources and links"),
}


class Practice(StrEnum):
    """What the form on national procedures for mutual legal assistance asks (PC-OC)."""

    SEND_TO = "send-to"
    MEANS = "means"
    CHANNELS = "channels"
    LANGUAGES = "languages"
    DUAL_CRIMINALITY = "dual-criminality"
    USE_LIMITS = "use-limits"
    DOCUMENTS = "documents"
    LINKS = "links"

    @property
    def label(self) -> str:
        return _PRACTICE[self]


_PRACTICE = {
    Practice.SEND_TO: noted("Where to send a request"),
    Practice.MEANS: noted("Means of communication"),
    Practice.CHANNELS: noted("Channels"),
    Practice.LANGUAGES: noted("Languages"),
    Practice.DUAL_CRIMINALITY: noted("Double criminality"),
    Practice.USE_LIMITS: noted("Limits on the use of evidence"),
    Practice.DOCUMENTS: noted("Documents for special assistance"),
    Practice.LINKS: noted("Legislation and guides"),
}


class Procedure(Dated[str]):
    """How one measure is carried out for a foreign authority; `value` says it in a sentence. Days are calendar days."""

    authority: str = ""
    stages: tuple[Stage, ...] = ()
    urgent: bool | None = None
    legal_basis: str = ""
    needs: str = ""
    threshold: str = ""
    dual_criminality: str = ""
    content: str = ""
    transmission: str = ""
    typical_days: int | None = None
    statutory_days: int | None = None
    preserved_for_days: int | None = None
    renewals: str = ""
    retention: str = ""
    notification: str = ""
    cost: str = ""
    refusal: str = ""
    use_limits: str = ""
