"""What the ledger says about assessments. Items and digests; an assessment's own words stay in its rows."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import ClassVar

from comity.ledger.rules.event import Event


def assessment_subject(number: int) -> str:
    """How the ledger names an assessment."""
    return f"assessment:{number}"


@dataclass(frozen=True, kw_only=True)
class AssessmentStarted(Event):
    """A questionnaire is being asked of a country, as of a day."""

    name: ClassVar[str] = "assessment-started"
    country: str
    questionnaire: str
    edition: int
    as_of: date


@dataclass(frozen=True, kw_only=True)
class ItemAnswered(Event):
    """`digest` is over value, evidence, source and note."""

    name: ClassVar[str] = "assessment-item-answered"
    item: str
    digest: str


@dataclass(frozen=True, kw_only=True)
class AnswersCarriedOver(Event):
    """The questionnaire is a newer one; `reopened` are the items whose answers were given to other words."""

    name: ClassVar[str] = "assessment-answers-carried-over"
    edition: int
    reopened: tuple[str, ...]


@dataclass(frozen=True, kw_only=True)
class AssessmentSentForReview(Event):
    """The answers stand still until the assessment is returned."""

    name: ClassVar[str] = "assessment-sent-for-review"
    version: int


@dataclass(frozen=True, kw_only=True)
class AssessmentReturned(Event):
    """`reason` is kept as written: it is the record of a decision."""

    name: ClassVar[str] = "assessment-returned"
    reason: str


@dataclass(frozen=True, kw_only=True)
class AssessmentSignedOff(Event):
    """`digest` is over the questionnaire and every answer, as signed off."""

    name: ClassVar[str] = "assessment-signed-off"
    version: int
    digest: str
