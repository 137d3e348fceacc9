"""Ways for a request to travel: what each is good for, how long it is expected to take, what it costs."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum

from comity.atlas.rules.fact import Cited, Frozen


class Channel(StrEnum):
    """The families of routes."""

    NETWORK = "network"
    CENTRAL = "central"
    JUDICIAL = "judicial"
    INTERPOL = "interpol"
    POLICE = "police"
    PROVIDER = "provider"
    DOMESTIC = "domestic"
    CONSENT = "consent"
    DIPLOMATIC = "diplomatic"


class Use(StrEnum):
    """What the result may serve as. Information leads an investigation; evidence stands in court."""

    EVIDENCE = "evidence"
    DEPENDS = "depends"
    INFORMATION = "information"


class Expected(Cited):
    """How long an answer is expected to take, in days; experience, never law."""

    least_days: float
    most_days: float


class ChannelEntry(Frozen):
    label: str
    says: str
    use: Use
    expected: Expected
    risks: tuple[str, ...] = ()


class ChannelsPack(Frozen):
    channels: Mapping[Channel, ChannelEntry]
