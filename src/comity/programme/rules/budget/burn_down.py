"""How the money burns down, month by month: what is left, what would be at an even pace, what is to be expected."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from comity.programme.rules.budget.cents import EXACT, ZERO, to_cent
from comity.programme.rules.budget.forecast import Forecast, Paid
from comity.programme.rules.budget.months import month_of, months
from comity.programme.rules.budget.sums import Sum, one


@dataclass(frozen=True, slots=True)
class BurnMonth:
    """At the end of `month`, or on the day of the account: `paid` in it, `left` after it (not known once a payment is
    not), `even` what an even pace would leave, `ahead` what the forecast leaves
    while the project runs."""

    month: date
    paid: Sum
    left: Decimal | None
    even: Decimal
    ahead: Decimal | None


def burn_down(
    budget: Decimal, paid: Sequence[Paid], starts: date, ends: date, day: date, expected: Forecast
) -> tuple[BurnMonth, ...]:
    """From the first month of the project, or its first payment, to its last, or the last payment."""
    begun = min([starts, *(when for when, _ in paid)])
    over = max([ends, *(when for when, _ in paid)])
    own = months(starts, ends)
    coming = dict(expected.ahead)
    found: list[BurnMonth] = []
    left, now = Sum(budget), month_of(day)
    ahead: Decimal | None = None
    by_month: dict[date, Sum] = defaultdict(Sum)
    for when, amount in paid:
        by_month[month_of(when)] += one(amount)
    for month in months(begun, over):
        spent = by_month[month]
        left = left - spent
        if day <= ends and month >= now and expected.total is not None:
            before = left.value if ahead is None else ahead
            ahead = None if before is None else before - coming.get(month, ZERO)
        gone = sum(1 for each in own if each <= month)
        even = to_cent(EXACT.divide(EXACT.multiply(budget, Decimal(len(own) - gone)), Decimal(len(own))))
        found.append(BurnMonth(month, spent, left.value if month <= now else None, even, ahead))
    return tuple(found)
