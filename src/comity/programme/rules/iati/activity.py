"""An activity as IATI 2.03 reports it: projects stand above (hierarchy 1), what they do below (hierarchy 2)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum


class Status(StrEnum):
    """Codelist ActivityStatus."""

    PIPELINE = "1"
    IMPLEMENTATION = "2"
    CLOSED = "4"
    CANCELLED = "5"


class DateType(StrEnum):
    """Codelist ActivityDateType."""

    PLANNED_START = "1"
    ACTUAL_START = "2"
    PLANNED_END = "3"
    ACTUAL_END = "4"


class OrgRole(StrEnum):
    """Codelist OrganisationRole."""

    FUNDING = "1"
    ACCOUNTABLE = "2"
    EXTENDING = "3"
    IMPLEMENTING = "4"


class TransactionType(StrEnum):
    """Codelist TransactionType."""

    OUTGOING_COMMITMENT = "2"
    EXPENDITURE = "4"


@dataclass(frozen=True, slots=True)
class Reporter:
    """Who publishes: `ref` is the registered identifier, `kind` a code of OrganisationType (40: multilateral)."""

    ref: str
    name: str
    kind: str = "40"


@dataclass(frozen=True, slots=True)
class Money:
    amount: Decimal
    currency: str
    on: date


@dataclass(frozen=True, slots=True)
class Budget:
    """Of a span of days, the last included."""

    starts: date
    ends: date
    value: Money


@dataclass(frozen=True, slots=True)
class Transaction:
    kind: TransactionType
    day: date
    value: Money
    says: str = ""
    ref: str = ""


@dataclass(frozen=True, slots=True)
class Span:
    """A period of an indicator. An empty value is not reported."""

    starts: date
    ends: date
    target: str = ""
    actual: str = ""
    comment: str = ""


@dataclass(frozen=True, slots=True)
class IatiIndicator:
    """`baseline` needs `baseline_on`: its year is mandatory."""

    says: str
    ascending: bool
    percent: bool
    baseline: str = ""
    baseline_on: date | None = None
    spans: tuple[Span, ...] = ()


@dataclass(frozen=True, slots=True)
class IatiResult:
    """`kind` is a code of ResultType: 1 output, 2 outcome."""

    kind: str
    says: str
    indicators: tuple[IatiIndicator, ...]


@dataclass(frozen=True, slots=True)
class Link:
    """A document; `category` is a code of DocumentCategory."""

    address: str
    media_type: str
    title: str
    category: str
    language: str = "en"


@dataclass(frozen=True, slots=True)
class IatiActivity:
    """`countries` are codes with their share in percent, which come to 100."""

    identifier: str
    hierarchy: int
    title: str
    description: str
    organisations: tuple[tuple[OrgRole, str], ...]
    status: Status
    dates: tuple[tuple[DateType, date], ...]
    currency: str
    countries: tuple[tuple[str, Decimal], ...] = ()
    budgets: tuple[Budget, ...] = ()
    transactions: tuple[Transaction, ...] = ()
    documents: tuple[Link, ...] = ()
    related: tuple[tuple[str, str], ...] = ()
    results: tuple[IatiResult, ...] = ()


def shares(codes: tuple[str, ...]) -> tuple[tuple[str, Decimal], ...]:
    """Equal parts that come to exactly 100, since IATI demands shares and the node records none."""
    if not codes:
        return ()
    each = (Decimal(100) / len(codes)).quantize(Decimal("0.01"))
    last = Decimal(100) - each * (len(codes) - 1)
    return tuple((code, last if place == len(codes) - 1 else each) for place, code in enumerate(codes))
