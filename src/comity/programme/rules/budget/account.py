"""What is budgeted, committed, paid and left, line by line and in all, in the currency of the project.

A payment is worth what it was on its day, a commitment what it was on its day; what is still open of a commitment is
worth what it would cost on the day of the account. Left is the budget less what is paid and what is still open.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal

from comity.programme.rules.budget.cents import ZERO
from comity.programme.rules.budget.rates import Converted, Rates
from comity.programme.rules.budget.sums import NOTHING, Sum, added, one


@dataclass(frozen=True, slots=True)
class Entry:
    """A line, a commitment on a line, or a payment on a commitment (`on`): an amount of a day. `name` is what people
    call it: a heading, a reference."""

    key: int
    name: str
    amount: Decimal
    currency: str
    day: date
    on: int = 0


@dataclass(frozen=True, slots=True)
class Figures:
    """Sums in the currency of the project."""

    budgeted: Sum = NOTHING
    committed: Sum = NOTHING
    paid: Sum = NOTHING
    open: Sum = NOTHING

    @property
    def left(self) -> Sum:
        return self.budgeted - self.paid - self.open

    def __add__(self, other: Figures) -> Figures:
        return Figures(
            self.budgeted + other.budgeted,
            self.committed + other.committed,
            self.paid + other.paid,
            self.open + other.open,
        )


@dataclass(frozen=True, slots=True)
class CommitmentFigures:
    """`paid_own` and `open_own` are in the commitment's own currency, None where they are not known."""

    entry: Entry
    committed: Sum
    paid: Sum
    open: Sum
    paid_own: Decimal | None
    open_own: Decimal | None

    @property
    def overpaid_own(self) -> Decimal:
        """By how much more was paid than committed."""
        return max(ZERO, (self.paid_own or ZERO) - self.entry.amount)


@dataclass(frozen=True, slots=True)
class Account:
    """`worth` says of each payment what it was in the project's currency; `lacking` names the currencies without a
    rate, each with its first day."""

    currency: str
    day: date
    lines: Mapping[int, Figures]
    commitments: Mapping[int, CommitmentFigures]
    worth: Mapping[int, Converted | None]
    whole: Figures
    lacking: Mapping[str, date]


def account(
    lines: Iterable[Entry],
    commitments: Iterable[Entry],
    payments: Iterable[Entry],
    rates: Rates,
    currency: str,
    day: date,
) -> Account:
    """As of `day`: what is dated later, or was reversed, is for the caller to leave out."""
    lacking: dict[str, date] = {}

    def worth(entry: Entry) -> Converted | None:
        found = rates.converted(entry.amount, entry.currency, currency, entry.day)
        if found is None:
            lacking[entry.currency] = min(entry.day, lacking.get(entry.currency, entry.day))
        return found

    paid: dict[int, list[Entry]] = {}
    payment_worth: dict[int, Converted | None] = {}
    for payment in payments:
        paid.setdefault(payment.on, []).append(payment)
        payment_worth[payment.key] = worth(payment)

    made: dict[int, CommitmentFigures] = {}
    by_line = {line.key: Figures(budgeted=one(_amount(worth(line)))) for line in lines}
    for each in commitments:
        own = paid.get(each.key, [])
        paid_own = added(one(_amount(rates.converted(p.amount, p.currency, each.currency, p.day))) for p in own).value
        open_own = None if paid_own is None else max(ZERO, each.amount - paid_own)
        found = CommitmentFigures(
            entry=each,
            committed=one(_amount(worth(each))),
            paid=added(one(_amount(payment_worth[payment.key])) for payment in own),
            open=Sum(missing=1) if open_own is None else one(_open(replace(each, amount=open_own, day=day), worth)),
            paid_own=paid_own,
            open_own=open_own,
        )
        made[each.key] = found
        by_line[each.on] = by_line[each.on] + Figures(committed=found.committed, paid=found.paid, open=found.open)
    whole = Figures()
    for figures in by_line.values():
        whole = whole + figures
    return Account(currency, day, by_line, made, payment_worth, whole, lacking)


def _amount(found: Converted | None) -> Decimal | None:
    return None if found is None else found.amount


def _open(rest: Entry, worth: Callable[[Entry], Converted | None]) -> Decimal | None:
    """Nothing is nothing in every currency, rate or no rate."""
    return ZERO if rest.amount == ZERO else _amount(worth(rest))
