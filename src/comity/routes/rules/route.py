"""A route: ordered steps from the requester to the data, its status, and everything a reader may ask about it.

It keeps the parts it was composed of; lists are made when asked for, since a matrix asks only for the status.
"""

from __future__ import annotations

from enum import StrEnum
from typing import NamedTuple

from comity.atlas.rules.packs.channels import Channel, ChannelEntry
from comity.atlas.rules.packs.instrument import Act, Basis, Ground, InstrumentFile, LegalPeriod
from comity.kernel.words import noted
from comity.routes.rules.part import Part, Step
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
        return _LABELS[self]


_LABELS = {
    Status.OPEN: noted("open"),
    Status.CONDITIONS: noted("open with conditions"),
    Status.DEGRADED: noted("degraded"),
    Status.UNKNOWN: noted("unknown"),
    Status.CLOSED: noted("closed"),
}
BEST_FIRST = (Status.OPEN, Status.CONDITIONS, Status.DEGRADED, Status.UNKNOWN, Status.CLOSED)
RANK = {status: number for number, status in enumerate(BEST_FIRST)}


class Route(NamedTuple):
    """One way to what was asked for. `provision` is what the instrument offers, None where no instrument is needed."""

    channel: Channel
    entry: ChannelEntry
    instrument: InstrumentFile | None
    provision: Basis | None
    title: str
    status: Status
    reason: Reason
    parts: tuple[Part, ...]

    @property
    def basis(self) -> tuple[str, str]:
        """Instrument and article, for example ("ets185", "29"); empty where none is needed."""
        return (self.instrument.id, self.provision.article) if self.instrument and self.provision else ("", "")

    @property
    def steps(self) -> tuple[Step, ...]:
        return tuple(step for part in self.parts for step in part.steps)

    @property
    def conditions(self) -> tuple[str, ...]:
        """What limits the route."""
        return tuple(text for part in self.parts for text in part.conditions)

    @property
    def requirements(self) -> tuple[str, ...]:
        """What the request must do, as every request on this basis."""
        return tuple(text for part in self.parts for text in part.requirements)

    @property
    def detours(self) -> tuple[str, ...]:
        """Which power stands in for a missing one, and at which cost."""
        return tuple(text for part in self.parts for text in part.detours)

    @property
    def missing(self) -> tuple[Missing, ...]:
        return tuple(item for part in self.parts for item in part.missing)

    @property
    def grounds(self) -> tuple[Ground, ...]:
        """On which grounds any requested State may refuse or postpone."""
        if self.instrument is None or self.provision is None:
            return ()
        return tuple(
            ground
            for ground in self.instrument.grounds
            if ground.act is not Act.CONDITION
            and not ground.reserved
            and any(ground.under(article) for article in self.provision.refusals)
        )

    @property
    def clocks(self) -> tuple[LegalPeriod, ...]:
        if self.instrument is None or self.provision is None:
            return ()
        return tuple(self.instrument.clocks[name] for name in self.provision.clocks)

    @property
    def authority(self) -> str:
        """The identifier of the authority that receives the request, empty where it is not known."""
        return next((part.authority for part in self.parts if part.authority), "")

    @property
    def assumed(self) -> int:
        """How many different facts below are not of high confidence."""
        return len({id(fact) for fact in facts_below(self.reason) if fact.confidence.assumed})

    @property
    def key(self) -> str:
        """Names the route within its plan: stable, and fit for an address."""
        return "-".join(filter(None, (self.channel, *self.basis)))
