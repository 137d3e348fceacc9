"""What the ledger says about a request once it has left or arrived. Keeps no data that were disclosed.

`happened_at` is when it happened, in UTC, which may be before it was recorded: clocks and figures count from it.
Grounds, items and references are kept, and the reasons of a decision.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Any, ClassVar
from uuid import UUID

from comity.casework.rules.handling.table import Step
from comity.ledger.rules.event import Event


@dataclass(frozen=True, kw_only=True)
class RequestRegistered(Event):
    """An incoming request became a ticket. `document` is what arrived, where a file did; `oral`, it came by voice."""

    name: ClassVar[str] = "request-registered"
    happened_at: datetime
    case: str
    kind: str
    requesting_country: str
    channel: str
    oral: bool
    their_reference: str
    follows: str
    document: UUID | None
    digest: str


@dataclass(frozen=True, kw_only=True)
class HandlingStep(Event):
    """A step that one of the two sides took. `said` holds the answers of its form. Never recorded under this name."""

    name: ClassVar[str] = "request-handled"
    happened_at: datetime
    said: dict[str, Any]


@dataclass(frozen=True, kw_only=True)
class RequestAcknowledged(HandlingStep):
    """Its receipt was acknowledged."""

    name: ClassVar[str] = "request-acknowledged"


@dataclass(frozen=True, kw_only=True)
class RequestMoreAsked(HandlingStep):
    """More information was asked for; `said["missing"]` lists the items."""

    name: ClassVar[str] = "request-more-asked"


@dataclass(frozen=True, kw_only=True)
class RequestCompleted(HandlingStep):
    """What was missing arrived."""

    name: ClassVar[str] = "request-completed"


@dataclass(frozen=True, kw_only=True)
class RequestConsulted(HandlingStep):
    """The two sides consult."""

    name: ClassVar[str] = "request-consulted"


@dataclass(frozen=True, kw_only=True)
class RequestResumed(HandlingStep):
    """After consultation or postponement, work goes on."""

    name: ClassVar[str] = "request-resumed"


@dataclass(frozen=True, kw_only=True)
class RequestForwarded(HandlingStep):
    """It went to the competent authority (Article 27(9)(c))."""

    name: ClassVar[str] = "request-forwarded"


@dataclass(frozen=True, kw_only=True)
class RequestServed(HandlingStep):
    """The order was served on the provider `said["provider"]` (Article 8 of the Second Protocol): the provider's time
    begins."""

    name: ClassVar[str] = "request-served"


@dataclass(frozen=True, kw_only=True)
class CallBackMade(HandlingStep):
    """Somebody called back to verify who asks; `said["result"]` is “verified” or “not-verified”."""

    name: ClassVar[str] = "call-back-made"


@dataclass(frozen=True, kw_only=True)
class UseConditionRecorded(HandlingStep):
    """What is given may be used only so (Article 28)."""

    name: ClassVar[str] = "use-condition-recorded"


@dataclass(frozen=True, kw_only=True)
class RequestPreserved(HandlingStep):
    """The data are preserved, until the day `said["until"]` where one is known."""

    name: ClassVar[str] = "request-preserved"


@dataclass(frozen=True, kw_only=True)
class RequestPartGiven(HandlingStep):
    """The kinds of data in `said["data"]` were given, before the rest: the request stays open."""

    name: ClassVar[str] = "request-part-given"


@dataclass(frozen=True, kw_only=True)
class RequestExecuted(HandlingStep):
    """It was executed; `said["outcome"]` is “given” or “no-data”."""

    name: ClassVar[str] = "request-executed"


@dataclass(frozen=True, kw_only=True)
class RequestPartlyExecuted(HandlingStep):
    """It was executed in part."""

    name: ClassVar[str] = "request-partly-executed"


@dataclass(frozen=True, kw_only=True)
class RequestRefused(HandlingStep):
    """It was refused, on the ground `said["ground"]` of its article."""

    name: ClassVar[str] = "request-refused"


@dataclass(frozen=True, kw_only=True)
class RequestPostponed(HandlingStep):
    """Its execution was postponed, on the ground `said["ground"]`."""

    name: ClassVar[str] = "request-postponed"


@dataclass(frozen=True, kw_only=True)
class RequestTakenBack(HandlingStep):
    """Whoever asked withdrew it after it had left."""

    name: ClassVar[str] = "request-taken-back"


@dataclass(frozen=True, kw_only=True)
class FollowUpMoved(Event):
    """About the request that is followed: `follow_up`, of `kind`, was “drafted”, “sent”, “received”, “preserved” (what
    it asks to preserve), “decided” or “withdrawn”. A preservation's clock is held while its request for assistance is
    pending, and gives way to that of an extension. `through` is the request that it follows directly, where that is
    another one of the chain."""

    name: ClassVar[str] = "follow-up-moved"
    happened_at: datetime
    follow_up: str
    kind: str
    what: str
    through: str = ""


@dataclass(frozen=True, kw_only=True)
class EventCorrected(Event):
    """The entry with the number `corrects` happened at `happened_at`, and not when it says."""

    name: ClassVar[str] = "event-corrected"
    corrects: int
    happened_at: datetime
    reason: str


EVENT_OF: dict[Step, type[HandlingStep]] = {
    Step.ACKNOWLEDGE: RequestAcknowledged,
    Step.ASK: RequestMoreAsked,
    Step.COMPLETE: RequestCompleted,
    Step.CONSULT: RequestConsulted,
    Step.RESUME: RequestResumed,
    Step.FORWARD: RequestForwarded,
    Step.SERVE: RequestServed,
    Step.CALL_BACK: CallBackMade,
    Step.CONDITION: UseConditionRecorded,
    Step.PRESERVE: RequestPreserved,
    Step.GIVE_PART: RequestPartGiven,
    Step.EXECUTE: RequestExecuted,
    Step.EXECUTE_PARTLY: RequestPartlyExecuted,
    Step.REFUSE: RequestRefused,
    Step.POSTPONE: RequestPostponed,
    Step.WITHDRAW: RequestTakenBack,
}
