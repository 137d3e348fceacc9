"""What one State can ask of another (or of a provider), and the kinds of data it may concern."""

from __future__ import annotations

from enum import StrEnum


class Measure(StrEnum):
    """A measure of co-operation. The label is the field's term; the need says the same to somebody in a hurry."""

    PRESERVE = "preserve"
    DISCLOSE_PRESERVED = "disclose-preserved"
    SUBSCRIBER = "subscriber"
    TRAFFIC = "traffic"
    CONTENT = "content"
    REALTIME_TRAFFIC = "realtime-traffic"
    INTERCEPTION = "interception"
    DOMAIN_REGISTRATION = "domain-registration"
    EMERGENCY_DISCLOSURE = "emergency-disclosure"
    EMERGENCY_MLA = "emergency-mla"
    SPONTANEOUS = "spontaneous"
    ADVICE = "advice"
    HEARING = "hearing"
    JOINT_TEAM = "joint-team"
    CONSENT = "consent"

    @property
    def label(self) -> str:
        return _WORDS[self][0]

    @property
    def need(self) -> str:
        return _WORDS[self][1]


class DataType(StrEnum):
    """Kinds of computer data, after Articles 1 and 18(3) of the Convention."""

    SUBSCRIBER = "subscriber"
    TRAFFIC = "traffic"
    CONTENT = "content"

    @property
    def label(self) -> str:
        return {"subscriber": "subscriber information", "traffic": "traffic data", "content": "content data"}[self]


class Stage(StrEnum):
    """The stage of the proceedings, which decides who is the competent authority in most States."""

    PRE_TRIAL = "pre-trial"
    TRIAL = "trial"

    @property
    def label(self) -> str:
        return {"pre-trial": "pre-trial stage", "trial": "trial stage"}[self]


_WORDS = {
    Measure.PRESERVE: ("preservation of stored data", "Keep it from being deleted"),
    Measure.DISCLOSE_PRESERVED: ("disclosure of preserved traffic data", "Which providers carried it"),
    Measure.SUBSCRIBER: ("subscriber information", "Who is behind it"),
    Measure.TRAFFIC: ("stored traffic data", "Whom they talked to, when and from where"),
    Measure.CONTENT: ("stored content data", "What was said or stored"),
    Measure.REALTIME_TRAFFIC: ("real-time collection of traffic data", "Whom they talk to from now on"),
    Measure.INTERCEPTION: ("interception of content data", "What they say from now on"),
    Measure.DOMAIN_REGISTRATION: ("domain name registration data", "Who registered the domain"),
    Measure.EMERGENCY_DISCLOSURE: ("emergency disclosure of stored data", "A life is in danger: data now"),
    Measure.EMERGENCY_MLA: ("emergency mutual assistance", "A life is in danger: any assistance now"),
    Measure.SPONTANEOUS: ("spontaneous information", "Tell them what we found"),
    Measure.ADVICE: ("technical advice and locating suspects", "Advice, or help in finding somebody"),
    Measure.HEARING: ("hearing by video conference", "Hear a witness or expert by video"),
    Measure.JOINT_TEAM: ("joint investigation team", "Investigate together"),
    Measure.CONSENT: ("access with consent, or to public data", "The holder agrees, or it is public"),
}

DATA_OF = {
    Measure.SUBSCRIBER: DataType.SUBSCRIBER,
    Measure.TRAFFIC: DataType.TRAFFIC,
    Measure.DISCLOSE_PRESERVED: DataType.TRAFFIC,
    Measure.REALTIME_TRAFFIC: DataType.TRAFFIC,
    Measure.CONTENT: DataType.CONTENT,
    Measure.INTERCEPTION: DataType.CONTENT,
}
"""The kind of data a measure is about, where the measure itself says so."""
