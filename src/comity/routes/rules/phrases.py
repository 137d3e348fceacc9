"""Measures and channels as they stand in a sentence: what a State is asked to do, what the asking State gets, and by
which way. Words only; what is possible is decided elsewhere."""

from __future__ import annotations

from typing import NamedTuple

from comity.atlas.rules.measure import DataType, Measure
from comity.atlas.rules.packs.channels import Channel
from comity.kernel.sayable import sayable
from comity.kernel.words import noted

_STORED = sayable("stored data")
ANOTHER = sayable("another State")


class Phrases(NamedTuple):
    """`asked` is what the requested State does (empty where nothing is asked of it), `gets` what the requester does or
    gets, `another` what the requested State does for some other, `some_other` for one at least. All begin with a verb
    in its plain form."""

    asked: str
    gets: str
    another: str
    some_other: str


def phrases(measure: Measure, data: DataType | None, requested: str = ANOTHER) -> Phrases:
    """The phrases for a measure about `data`, towards the State named `requested`."""
    kind = sayable(data.label) if data else _STORED
    texts = (*_PHRASES[measure], _for_some(measure))
    return Phrases(*(sayable(text, data=kind, requested=requested) if text else "" for text in texts))


def for_some() -> tuple[str, ...]:
    """What is said for one other State at least: for whoever collects the sentences."""
    return tuple(_for_some(measure) for measure in Measure)


def _for_some(measure: Measure) -> str:
    return _PHRASES[measure][2].replace("another", "at least one other")


def by(channel: Channel) -> str:
    """How a request travels on the channel, to follow a verb: “by the 24/7 network”."""
    return _BY[channel]


_PHRASES = {
    Measure.PRESERVE: ("preserve {data}", noted("have {data} preserved"), noted("preserve {data} for another")),
    Measure.DISCLOSE_PRESERVED: (
        noted("disclose preserved traffic data"),
        noted("obtain preserved traffic data"),
        noted("disclose preserved traffic data to another"),
    ),
    Measure.SUBSCRIBER: (
        noted("disclose subscriber information"),
        noted("obtain subscriber information"),
        noted("have subscriber information disclosed to another"),
    ),
    Measure.TRAFFIC: (
        noted("produce stored traffic data"),
        noted("obtain stored traffic data"),
        noted("have stored traffic data produced for another"),
    ),
    Measure.CONTENT: (
        noted("produce stored content data"),
        noted("obtain stored content data"),
        noted("have stored content data produced for another"),
    ),
    Measure.REALTIME_TRAFFIC: (
        noted("collect traffic data in real time"),
        noted("have traffic data collected in real time"),
        noted("collect traffic data in real time for another"),
    ),
    Measure.INTERCEPTION: (
        noted("intercept content data"),
        noted("have content data intercepted"),
        noted("intercept content data for another"),
    ),
    Measure.DOMAIN_REGISTRATION: (
        noted("disclose who registered a domain name"),
        noted("learn who registered a domain name"),
        noted("have the holder of a domain name disclosed to another"),
    ),
    Measure.EMERGENCY_DISCLOSURE: (
        noted("disclose data in an emergency"),
        noted("obtain data in an emergency"),
        noted("have data disclosed to another in an emergency"),
    ),
    Measure.EMERGENCY_MLA: (
        noted("assist in an emergency"),
        noted("obtain assistance in an emergency"),
        noted("assist another in an emergency"),
    ),
    Measure.SPONTANEOUS: (
        "",
        noted("send {requested} information of its own accord"),
        noted("receive what another sends of its own accord"),
    ),
    Measure.ADVICE: (
        noted("give technical advice or help to find a suspect"),
        noted("obtain technical advice or help to find a suspect"),
        noted("advise another or help it to find a suspect"),
    ),
    Measure.HEARING: (
        noted("hear a witness or expert by video"),
        noted("hear a witness or expert by video"),
        noted("let another hear a witness or expert by video"),
    ),
    Measure.JOINT_TEAM: (
        noted("join in an investigation team"),
        noted("set up an investigation team"),
        noted("join another in an investigation team"),
    ),
    Measure.CONSENT: (
        "",
        noted("access data in {requested} with consent, or where it is public"),
        noted("leave public data, and data given with consent, within another’s reach"),
    ),
}

_BY = {
    Channel.NETWORK: noted("by the 24/7 network"),
    Channel.CENTRAL: noted("from central authority to central authority"),
    Channel.JUDICIAL: noted("directly between judicial authorities"),
    Channel.INTERPOL: noted("through INTERPOL"),
    Channel.POLICE: noted("from police to police"),
    Channel.PROVIDER: noted("directly from a provider"),
    Channel.DOMESTIC: noted("by its own measures"),
    Channel.CONSENT: noted("with the consent of who may give it, or because it is public"),
    Channel.DIPLOMATIC: noted("through diplomatic channels"),
}
