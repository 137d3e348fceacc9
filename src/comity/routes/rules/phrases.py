"""Measures and channels as they stand in a sentence: what a State is asked to do, what the asking State gets, and by
which way. Words only; what is possible is decided elsewhere."""

from __future__ import annotations

from typing import NamedTuple

from comity.atlas.rules.measure import DataType, Measure
from comity.atlas.rules.packs.channels import Channel


class Phrases(NamedTuple):
    """`asked` is what the requested State does (empty where nothing is asked of it), `gets` what the requester does or
    gets, `another` what the requested State does for some other. All begin with a verb in its plain form."""

    asked: str
    gets: str
    another: str


def phrases(measure: Measure, data: DataType | None, requested: str = "another State") -> Phrases:
    """The phrases for a measure about `data`, towards the State named `requested`."""
    kind = data.label if data else "stored data"
    return Phrases(*(text.format(data=kind, requested=requested) for text in _PHRASES[measure]))


def by(channel: Channel) -> str:
    """How a request travels on the channel, to follow a verb: “by the 24/7 network”."""
    return _BY[channel]


_PHRASES = {
    Measure.PRESERVE: ("preserve {data}", "have {data} preserved", "preserve {data} for another"),
    Measure.DISCLOSE_PRESERVED: (
        "disclose preserved traffic data",
        "obtain preserved traffic data",
        "disclose preserved traffic data to another",
    ),
    Measure.SUBSCRIBER: (
        "disclose subscriber information",
        "obtain subscriber information",
        "have subscriber information disclosed to another",
    ),
    Measure.TRAFFIC: (
        "produce stored traffic data",
        "obtain stored traffic data",
        "have stored traffic data produced for another",
    ),
    Measure.CONTENT: (
        "produce stored content data",
        "obtain stored content data",
        "have stored content data produced for another",
    ),
    Measure.REALTIME_TRAFFIC: (
        "collect traffic data in real time",
        "have traffic data collected in real time",
        "collect traffic data in real time for another",
    ),
    Measure.INTERCEPTION: (
        "intercept content data",
        "have content data intercepted",
        "intercept content data for another",
    ),
    Measure.DOMAIN_REGISTRATION: (
        "disclose who registered a domain name",
        "learn who registered a domain name",
        "have the holder of a domain name disclosed to another",
    ),
    Measure.EMERGENCY_DISCLOSURE: (
        "disclose data in an emergency",
        "obtain data in an emergency",
        "have data disclosed to another in an emergency",
    ),
    Measure.EMERGENCY_MLA: (
        "assist in an emergency",
        "obtain assistance in an emergency",
        "assist another in an emergency",
    ),
    Measure.SPONTANEOUS: (
        "",
        "send {requested} information of its own accord",
        "receive what another sends of its own accord",
    ),
    Measure.ADVICE: (
        "give technical advice or help to find a suspect",
        "obtain technical advice or help to find a suspect",
        "advise another or help it to find a suspect",
    ),
    Measure.HEARING: (
        "hear a witness or expert by video",
        "hear a witness or expert by video",
        "let another hear a witness or expert by video",
    ),
    Measure.JOINT_TEAM: (
        "join in an investigation team",
        "set up an investigation team",
        "join another in an investigation team",
    ),
    Measure.CONSENT: (
        "",
        "access data in {requested} with consent, or where it is public",
        "leave public data, and data given with consent, within another’s reach",
    ),
}

_BY = {
    Channel.NETWORK: "by the 24/7 network",
    Channel.CENTRAL: "from central authority to central authority",
    Channel.JUDICIAL: "directly between judicial authorities",
    Channel.INTERPOL: "through INTERPOL",
    Channel.POLICE: "from police to police",
    Channel.PROVIDER: "directly from a provider",
    Channel.DOMESTIC: "by its own measures",
    Channel.CONSENT: "with the consent of who may give it, or because it is public",
    Channel.DIPLOMATIC: "through diplomatic channels",
}
