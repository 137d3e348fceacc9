"""What the ledger says about money: every line, commitment, payment and rate word for word. Amounts are text."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import ClassVar

from comity.ledger.rules.event import Event


def line_subject(number: int) -> str:
    """How the ledger names a budget line."""
    return f"budget-line:{number}"


def commitment_subject(number: int) -> str:
    """How the ledger names a commitment."""
    return f"commitment:{number}"


def payment_subject(number: int) -> str:
    """How the ledger names a payment."""
    return f"payment:{number}"


def rate_subject(currency: str, quote: str, day: date) -> str:
    """How the ledger names a rate."""
    return f"exchange-rate:{currency}/{quote}/{day.isoformat()}"


@dataclass(frozen=True, kw_only=True)
class BudgetLineKept(Event):
    """A line was added (version 1) or changed."""

    name: ClassVar[str] = "budget-line-kept"
    project: str
    version: int
    heading: str
    amount: str
    currency: str
    day: date
    result: str
    activity: str
    source: str


@dataclass(frozen=True, kw_only=True)
class MoneyCommitted(Event):
    """`corrects` is the commitment that this one stands instead of."""

    name: ClassVar[str] = "money-committed"
    project: str
    line: int
    reference: str
    says: str
    amount: str
    currency: str
    day: date
    corrects: int | None = None


@dataclass(frozen=True, kw_only=True)
class PaymentRecorded(Event):
    """`corrects` is the payment that this one stands instead of."""

    name: ClassVar[str] = "payment-recorded"
    project: str
    commitment: int
    reference: str
    amount: str
    currency: str
    day: date
    corrects: int | None = None


@dataclass(frozen=True, kw_only=True)
class CommitmentReversed(Event):
    """It counts no longer; its row stays."""

    name: ClassVar[str] = "commitment-reversed"
    project: str
    reason: str


@dataclass(frozen=True, kw_only=True)
class PaymentReversed(Event):
    """It counts no longer; its row stays."""

    name: ClassVar[str] = "payment-reversed"
    project: str
    reason: str


@dataclass(frozen=True, kw_only=True)
class RateSet(Event):
    """`was` is the rate that stood for that day before, empty for none."""

    name: ClassVar[str] = "exchange-rate-set"
    version: int
    rate: str
    was: str
    source: str
