"""The burn-down of a budget: what is unspent month by month, beside an even pace and what is to be expected."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from decimal import Decimal
from enum import StrEnum
from typing import Any

from comity.kernel.day_words import month_words
from comity.kernel.sayable import said
from comity.kernel.words import noted, say, say_count
from comity.programme.rules.budget.burn_down import BurnMonth
from comity.programme.rules.budget.cents import money
from comity.programme.rules.budget.forecast import Forecast
from comity.programme.rules.budget.months import month_of
from comity.stateofplay.rules.pictures.picture import Picture, Table

UNSPENT, EVEN, EXPECTED = "Unspent", "At an even pace", "Expected"
THOUSANDS_FROM = Decimal(10_000)
NOTE = noted(
    "Unspent is the budget less what is paid, at the end of each month, or on the day of the account. An even pace "
    "spends the same each month."
)


class BudgetDrawing(StrEnum):
    """The module that draws, by its name: the process that draws finds it so."""

    BURN_DOWN = "comity.programme.adapters.charts.burn_down"


def burn_down_picture(
    course: Sequence[BurnMonth], currency: str, budget: Decimal, expected: Forecast, day: date, ends: date
) -> Picture:
    """Of a course that may be empty: then there is nothing to draw."""
    now = month_of(day)
    known = [each for each in course if each.month <= now]
    return Picture(
        name="burn-down",
        title=_finding(known, currency, budget, expected, ends, [each.month for each in course if each.month <= ends]),
        words="; ".join(_told(each.month, each.left, currency) for each in known),
        values=_values(course, currency, budget, now),
        drawing=BudgetDrawing.BURN_DOWN,
        table=Table(
            say("The budget month by month, in {currency}", currency=currency),
            (say("Month"), say("Paid"), say("Unspent"), say("At an even pace"), say("Expected")),
            tuple(
                (
                    month_words(each.month),
                    (
                        _figure(each.paid.value) if each.month <= now else "–",
                        _figure(each.left) if each.month <= now else "–",
                        _figure(each.even),
                        "–" if each.ahead is None else _figure(each.ahead),
                    ),
                )
                for each in course
            ),
            say("{note} Expected: {formula}", note=said(NOTE), formula=expected.method.formula),
        ),
    )


def _finding(
    known: Sequence[BurnMonth],
    currency: str,
    budget: Decimal,
    expected: Forecast,
    ends: date,
    own: Sequence[date],
) -> str:
    if not known:
        return say("The project has not begun: all of {amount} is unspent", amount=money(budget, currency))
    missing = sum(each.paid.missing for each in known)
    left = known[-1].left
    if left is None:
        return say_count(
            "How much is unspent is not known: {count} payment without a rate",
            "How much is unspent is not known: {count} payments without a rate",
            missing,
        )
    gone = sum(1 for month in own if month <= known[-1].month)
    first = _so_far(left, budget, currency, {"gone": gone, "all": len(own)})
    if expected.total is None or known[-1].month >= month_of(ends):
        return first
    rest = budget - expected.total
    told = {"finding": first, "method": said(expected.method.label), "amount": money(abs(rest), currency)}
    if rest >= 0:
        return say("{finding}; by {method}, {amount} would remain at the end", **told)
    return say("{finding}; by {method}, {amount} would lack at the end", **told)


def _so_far(left: Decimal, budget: Decimal, currency: str, months: dict[str, int]) -> str:
    if left < 0:
        amount = money(-left, currency)
        return say("{amount} more than the budget is paid after {gone} of {all} months", amount=amount, **months)
    amount = money(left, currency)
    if not budget:
        return say("{amount} is unspent after {gone} of {all} months", amount=amount, **months)
    share = f"{left / budget:.0%}"
    return say(
        "{amount}, {share} of the budget, is unspent after {gone} of {all} months",
        amount=amount,
        share=share,
        **months,
    )


def _values(course: Sequence[BurnMonth], currency: str, budget: Decimal, now: date) -> list[dict[str, Any]]:
    """A point a month and line; where the forecast begins it is joined to what is unspent before."""
    scale = Decimal(1000) if budget >= THOUSANDS_FROM else Decimal(1)
    unit = f"{currency} thousand" if scale > 1 else currency
    found: list[dict[str, Any]] = []

    def point(month: date, line: str, amount: Decimal | None) -> None:
        shown = None if amount is None else round(float(amount / scale), 3)
        found.append({"month": f"{month:%Y-%m}", "line": line, "amount": shown, "unit": unit})

    for place, each in enumerate(course):
        if each.month <= now:
            point(each.month, UNSPENT, each.left)
        point(each.month, EVEN, each.even)
        if each.ahead is not None:
            if each.month == now and place:
                point(course[place - 1].month, EXPECTED, course[place - 1].left)
            point(each.month, EXPECTED, each.ahead)
    return found


def _told(month: date, amount: Decimal | None, currency: str) -> str:
    if amount is None:
        return say("{month} not known", month=month_words(month))
    return say("{month} {amount} unspent", month=month_words(month), amount=money(amount, currency))


def _figure(amount: Decimal | None) -> str:
    return say("not known") if amount is None else f"{amount:,.2f}"
