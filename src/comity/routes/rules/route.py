"""A route: ordered steps from the requester to the data, its status, and everything a reader may ask about it."""

from __future__ import annotations

from enum import StrEnum
from typing import NamedTuple

from comity.atlas.rules.packs.channels import Channel, ChannelEntry
from comity.atlas.rules.packs.instrument import ClockRule, Ground
from comity.routes.rules.reason import Missing, Reason, facts_below


class Status(StrEnum):
    """How far a route leads. A route is unknown where a fact that decides is missing, never closed for it."""

    OPEN = "open"
    CONDITIONS = "conditions"
    DEGRADED = "degraded"
    UNKNOWN = "unknown"
    CLOSED = "closed"

    @property
    def label(self) -> str:
        return "open with conditions" if self is Status.CONDITIONS else self.value


BEST_FIRST = (Status.OPEN, Status.CONDITIONS, Status.DEGRADED, Status.UNKNOWN, Status.CLOSED)
RANK = {status: number for number, status in enumerate(BEST_FIRST)}


NOT_RECORDED = "not recorded"
"""Who must authorise, where somebody must and no pack says who."""


class Step(NamedTuple):
    """A stop of the journey: who acts, in which country, what they do; `signs` is who must authorise it there."""

    country: str
    actor: str
    does: str
    signs: str = ""
    authority: str = ""
    known: bool = True


class Route(NamedTuple):
    """One way to what was asked for. `basis` is instrument and article ("ets185", "29"), empty where none is needed.

    `conditions` limit the route; `requirements` are what the request must do; `detours` tell which power stands in
    for a missing one, and at which cost. `authority` is the identifier of the authority that receives the request,
    empty where it is not known.
    """

    channel: Channel
    entry: ChannelEntry
    basis: tuple[str, str]
    title: str
    status: Status
    steps: tuple[Step, ...]
    reason: Reason
    conditions: tuple[str, ...]
    requirements: tuple[str, ...]
    detours: tuple[str, ...]
    missing: tuple[Missing, ...]
    grounds: tuple[Ground, ...]
    clocks: tuple[ClockRule, ...]
    authority: str

    @property
    def assumed(self) -> int:
        """How many different facts below are not of high confidence: counted when asked for, since few ask."""
        return len({id(fact) for fact in facts_below(self.reason) if fact.confidence.assumed})

    @property
    def key(self) -> str:
        """Names the route within its plan: stable, and fit for an address."""
        return "-".join(filter(None, (self.channel, *self.basis)))
