"""What the ledger says of keeping the atlas true. Facts and reports stay in their rows; entries hold their digests."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from comity.ledger.rules.event import Event


@dataclass(frozen=True, kw_only=True)
class ChangeProposed(Event):
    """Somebody proposes changes of `base`; `digest` is over changes and reason."""

    name: ClassVar[str] = "change-proposed"
    pack: str
    base: str
    digest: str


@dataclass(frozen=True, kw_only=True)
class ProposalRevised(Event):
    """Whoever proposed it changed it: it waits for review again."""

    name: ClassVar[str] = "proposal-revised"
    base: str
    digest: str


@dataclass(frozen=True, kw_only=True)
class ProposalWithdrawn(Event):
    """Whoever proposed it took it back."""

    name: ClassVar[str] = "proposal-withdrawn"


@dataclass(frozen=True, kw_only=True)
class ProposalReturned(Event):
    """`remark` is kept as written: it is the record of a decision."""

    name: ClassVar[str] = "proposal-returned"
    remark: str


@dataclass(frozen=True, kw_only=True)
class ProposalDeclined(Event):
    """The atlas stays as it was."""

    name: ClassVar[str] = "proposal-declined"
    remark: str


@dataclass(frozen=True, kw_only=True)
class ProposalPublished(Event):
    """`published` is the digest of the version that came of it."""

    name: ClassVar[str] = "proposal-published"
    pack: str
    published: str
    rebased: bool


@dataclass(frozen=True, kw_only=True)
class ErrorReported(Event):
    """A visitor says that something is wrong. Their words are in the row alone; `digest` is over them."""

    name: ClassVar[str] = "error-reported"
    page: str
    digest: str


@dataclass(frozen=True, kw_only=True)
class ErrorReportAnswered(Event):
    """An editor looked at it; `state` says what came of it."""

    name: ClassVar[str] = "error-report-answered"
    state: str


@dataclass(frozen=True, kw_only=True)
class OwnerAssigned(Event):
    """`owner` is the reference of an editor, or empty where nobody looks after the country any more."""

    name: ClassVar[str] = "country-owner-assigned"
    owner: str


@dataclass(frozen=True, kw_only=True)
class UpkeepReminderRaised(Event):
    """An owner is told how many facts are due, by country."""

    name: ClassVar[str] = "upkeep-reminder-raised"
    week: str
    countries: dict[str, int]


@dataclass(frozen=True, kw_only=True)
class UpkeepReminderSeen(Event):
    """The owner put the week's reminder aside."""

    name: ClassVar[str] = "upkeep-reminder-seen"
    week: str
