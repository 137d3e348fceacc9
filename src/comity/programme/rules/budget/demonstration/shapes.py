"""What a budget of the demonstration is made of: lines, their commitments, payments on days."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class DemoCommitment:
    """Payments are days with amounts, in the commitment's currency."""

    reference: str
    says: str
    day: str
    amount: str
    payments: tuple[tuple[str, str], ...]
    currency: str = "EUR"


@dataclass(frozen=True, slots=True)
class DemoLine:
    """In euro."""

    heading: str
    amount: str
    result: str = ""
    activity: str = ""
    commitments: tuple[DemoCommitment, ...] = ()


def each(amount: str, *days: str) -> tuple[tuple[str, str], ...]:
    """The same amount on several days."""
    return tuple((day, amount) for day in days)


def quarters(years: Iterable[int], amount: str) -> tuple[tuple[str, str], ...]:
    """The same amount each quarter."""
    return each(amount, *(f"{year}-{month}" for year in years for month in ("03-31", "06-30", "09-30", "12-20")))
