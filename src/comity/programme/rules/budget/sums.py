"""A sum of which a part may not be known. It then has no value, and says what the known parts come to."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal

from comity.programme.rules.budget.cents import ZERO


@dataclass(frozen=True, slots=True)
class Sum:
    """`missing` counts the amounts without a figure; `known` is what the others come to."""

    known: Decimal = ZERO
    missing: int = 0

    @property
    def value(self) -> Decimal | None:
        """None where a part is not known: it is never left out silently."""
        return None if self.missing else self.known

    def __add__(self, other: Sum) -> Sum:
        return Sum(self.known + other.known, self.missing + other.missing)

    def __sub__(self, other: Sum) -> Sum:
        return Sum(self.known - other.known, self.missing + other.missing)


NOTHING = Sum()


def one(amount: Decimal | None) -> Sum:
    """The sum of a single amount that may not be known."""
    return Sum(missing=1) if amount is None else Sum(amount)


def added(sums: Iterable[Sum]) -> Sum:
    """All of them together."""
    whole = NOTHING
    for each in sums:
        whole = whole + each
    return whole
