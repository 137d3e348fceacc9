"""What the ledger says about teams, decisions and papers."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import ClassVar

from comity.ledger.rules.event import Event


def team_subject(number: int) -> str:
    """How the ledger names a team."""
    return f"team:{number}"


def study_subject(number: int) -> str:
    """How the ledger names a paper of a project."""
    return f"study:{number}"


@dataclass(frozen=True, kw_only=True)
class TeamFormed(Event):
    """`country` is empty for a team of several."""

    name: ClassVar[str] = "team-formed"
    project: str
    kind: str
    title: str
    country: str


@dataclass(frozen=True, kw_only=True)
class MemberAdmitted(Event):
    """`post` is an office, never a person's name."""

    name: ClassVar[str] = "team-member-admitted"
    post: str
    role: str
    starts: date


@dataclass(frozen=True, kw_only=True)
class MembershipEnded(Event):
    """`ends` is the last day."""

    name: ClassVar[str] = "team-membership-ended"
    post: str
    ends: date


@dataclass(frozen=True, kw_only=True)
class DecisionNoted(Event):
    """What a meeting decided or recommended, word for word."""

    name: ClassVar[str] = "meeting-decision-noted"
    number: str
    kind: str
    says: str


@dataclass(frozen=True, kw_only=True)
class DecisionFollowedUp(Event):
    """How a decision stands from now on. `answers` is an office, never a person's name."""

    name: ClassVar[str] = "meeting-decision-followed-up"
    number: str
    state: str
    answers: str
    due: date | None
    ended: date | None
    outcome: str


@dataclass(frozen=True, kw_only=True)
class RecommendationsTracked(Event):
    """A meeting's recommendations are a list of the state of play from now on."""

    name: ClassVar[str] = "meeting-recommendations-tracked"
    list_name: str
    count: int


@dataclass(frozen=True, kw_only=True)
class StudyPlanned(Event):
    """A paper is to be written."""

    name: ClassVar[str] = "study-planned"
    project: str
    kind: str
    title: str
    due: date | None


@dataclass(frozen=True, kw_only=True)
class StudyEdited(Event):
    """What is said of a paper was changed: `changed` has each field that differs, as label and new words."""

    name: ClassVar[str] = "study-edited"
    version: int
    changed: list[list[str]]


@dataclass(frozen=True, kw_only=True)
class StudyVersionAdded(Event):
    """`digest` is over the file."""

    name: ClassVar[str] = "study-version-added"
    number: int
    file: str
    digest: str


@dataclass(frozen=True, kw_only=True)
class StudyMoved(Event):
    """The paper came from one state to another."""

    name: ClassVar[str] = "study-moved"
    came_from: str
    to: str
    remark: str
