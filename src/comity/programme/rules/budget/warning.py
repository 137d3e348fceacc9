"""What to look at in a budget: stated rules, each with its sentence and what to do. Changes nothing."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum

from comity.kernel.day_words import day_words
from comity.kernel.sayable import said
from comity.kernel.words import say
from comity.programme.rules.budget.account import Account, Entry
from comity.programme.rules.budget.cents import ZERO, money
from comity.programme.rules.budget.forecast import Forecast
from comity.programme.rules.project import gone

SLACK = Decimal("0.05")
"""The share of a budget that may be left at the end without a warning."""
LATE = 0.5
"""The share of a project's days after which money that is not spoken for is worth a warning."""


class Kind(StrEnum):
    """A sort of warning; the gravest first."""

    NO_RATE = "no-rate"
    OVERSPENT = "overspent"
    OVERPAID = "overpaid"
    OVER_COMMITTED = "over-committed"
    OVER_FORECAST = "over-forecast"
    DIFFERS = "budget-differs"
    MONEY_LEFT = "money-left"


@dataclass(frozen=True, slots=True)
class BudgetWarning:
    """`line` is the budget line it is about, None where it is about the project."""

    kind: Kind
    says: str
    line: int | None = None


def warnings(
    found: Account, lines: Iterable[Entry], expected: Forecast, budget: Decimal | None, starts: date, ends: date
) -> tuple[BudgetWarning, ...]:
    """`budget` is what the project's documents state, `starts` and `ends` its first and last day; the gravest first."""
    names = {line.key: line.name for line in lines}
    every = [
        *_rates(found),
        *_lines(found, names),
        *_commitments(found),
        *_whole(found, expected, budget, starts, ends),
    ]
    order = list(Kind)
    return tuple(sorted(every, key=lambda each: order.index(each.kind)))


def _rates(found: Account) -> Iterable[BudgetWarning]:
    for currency, day in sorted(found.lacking.items()):
        yield BudgetWarning(
            Kind.NO_RATE,
            say(
                "No rate of {currency} in {into} is known for {day}, or before. What rests on "
                "it is not known, and neither are the sums that hold it. Enter the rate, with its source.",
                currency=currency,
                into=found.currency,
                day=day_words(day),
            ),
        )


def _lines(found: Account, names: Mapping[int, str]) -> Iterable[BudgetWarning]:
    for key, figures in found.lines.items():
        budgeted, paid, still = figures.budgeted.value, figures.paid.value, figures.open.value
        if budgeted is None or paid is None:
            continue
        if paid > budgeted:
            over = money(paid - budgeted, found.currency)
            yield BudgetWarning(
                Kind.OVERSPENT,
                say(
                    "“{line}”: {amount} more is paid than budgeted. Move money between lines, or check the payments.",
                    line=names[key],
                    amount=over,
                ),
                key,
            )
        elif still is not None and paid + still > budgeted:
            over = money(paid + still - budgeted, found.currency)
            yield BudgetWarning(
                Kind.OVER_COMMITTED,
                say(
                    "“{line}”: paid and committed, it comes to {amount} more than budgeted. Move money between lines "
                    "before the rest falls due.",
                    line=names[key],
                    amount=over,
                ),
                key,
            )


def _commitments(found: Account) -> Iterable[BudgetWarning]:
    for each in found.commitments.values():
        if each.overpaid_own:
            over = money(each.overpaid_own, each.entry.currency)
            yield BudgetWarning(
                Kind.OVERPAID,
                say(
                    "Commitment {reference}: {amount} more is paid than committed. Check the payments, or correct the "
                    "commitment.",
                    reference=each.entry.name,
                    amount=over,
                ),
                each.entry.on,
            )


def _whole(
    found: Account, expected: Forecast, budget: Decimal | None, starts: date, ends: date
) -> Iterable[BudgetWarning]:
    budgeted = found.whole.budgeted.value
    if budget is not None and budgeted is not None and found.lines and budgeted != budget:
        gap = money(abs(budget - budgeted), found.currency)
        sums = {"lines": money(budgeted, found.currency), "gap": gap, "budget": money(budget, found.currency)}
        less = say("The lines come to {lines}, {gap} less than the budget that the project states, {budget}.", **sums)
        more = say("The lines come to {lines}, {gap} more than the budget that the project states, {budget}.", **sums)
        yield BudgetWarning(Kind.DIFFERS, less if budgeted < budget else more)
    measure = budgeted if found.lines else None
    if measure is None or expected.total is None:
        return
    if expected.total > measure:
        yield BudgetWarning(
            Kind.OVER_FORECAST,
            say(
                "By {method}, {amount} more than the budget will "
                "have been paid by {day}. Cut what is planned, or ask for more.",
                method=said(expected.method.label),
                amount=money(expected.total - measure, found.currency),
                day=day_words(ends),
            ),
        )
    rest = measure - expected.total
    if rest > max(measure * SLACK, ZERO) and gone(starts, ends, found.day) >= LATE:
        told = {
            "method": said(expected.method.label),
            "amount": money(rest, found.currency),
            "share": f"{rest / measure:.0%}",
        }
        over = say("By {method}, {amount} is left after the end, {share} of the budget. Give it back.", **told)
        coming = say(
            "By {method}, {amount} will be left at the end, {share} of the budget. "
            "Plan what it is for, or give it back.",
            **told,
        )
        yield BudgetWarning(Kind.MONEY_LEFT, over if found.day > ends else coming)
