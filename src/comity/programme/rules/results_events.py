"""What the ledger says of a results framework. Figures are written as text, exactly as they are kept."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import ClassVar

from comity.ledger.rules.event import Event


def indicator_subject(number: int) -> str:
    """How the ledger names an indicator, by its row number: numbers of the framework may change."""
    return f"indicator:{number}"


@dataclass(frozen=True, kw_only=True)
class FrameworkAdopted(Event):
    """The outputs and indicators of the project's pack are kept by this node from now on."""

    name: ClassVar[str] = "results-framework-adopted"
    outputs: int
    indicators: int
    periods: int


@dataclass(frozen=True, kw_only=True)
class ResultKept(Event):
    """An expected result or an output as it reads from now on; `serves` is the number of the result above it."""

    name: ClassVar[str] = "result-kept"
    number: str
    serves: str
    says: str
    assumption: str
    version: int


@dataclass(frozen=True, kw_only=True)
class IndicatorKept(Event):
    """An indicator as it reads from now on."""

    name: ClassVar[str] = "indicator-kept"
    project: str
    result: str
    number: str
    says: str
    unit: str
    direction: str
    measure: str
    baseline: str | None
    baseline_on: date | None
    baseline_source: str
    version: int


@dataclass(frozen=True, kw_only=True)
class PeriodKept(Event):
    """A period of an indicator with its target."""

    name: ClassVar[str] = "indicator-period-kept"
    project: str
    starts: date
    ends: date
    target: str | None
    version: int


@dataclass(frozen=True, kw_only=True)
class ActualRecorded(Event):
    """What was reached in a period; `measure` names the figure it was computed from, if it was."""

    name: ClassVar[str] = "actual-recorded"
    project: str
    starts: date
    ends: date
    actual: str | None
    evidence: str
    source: str
    measure: str
    version: int
