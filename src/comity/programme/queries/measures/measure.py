"""A figure of this node from which an indicator's actual is computed, and how it says what it is."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from comity.ledger.queries.entries import NoSuchEntry, entry


@dataclass(frozen=True, slots=True)
class Scope:
    """Whose figure it is: a project by its code, and its countries."""

    project: str
    countries: Sequence[str]


Compute = Callable[[Scope, date, date], Decimal | None]
"""From the first day to the last, both included. None is not known."""


@dataclass(frozen=True, slots=True)
class Measure:
    """`says` tells in a sentence how it is computed. `recorded`: it counts what this node wrote down, so that nothing
    is known of days before its record began. `now_only`: nobody can tell afterwards what it was, so that it is taken
    while a period runs and stays as it was on its last day."""

    name: str
    label: str
    says: str
    unit: str
    compute: Compute
    recorded: bool = False
    now_only: bool = False


def record_began() -> date | None:
    """The day of the first entry of this node's ledger; None where it is empty."""
    try:
        return entry(1).at.date()
    except NoSuchEntry:
        return None
