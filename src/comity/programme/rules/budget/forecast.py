"""What will have been paid at the end of the project, by one of two stated ways of counting. Guesses nothing else."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal, localcontext
from enum import StrEnum

from comity.kernel.words import noted, say
from comity.programme.rules.budget.account import Figures
from comity.programme.rules.budget.cents import EXACT, ZERO, apportioned, to_cent
from comity.programme.rules.budget.months import month_of, months, months_before

LOOKING_BACK = 6
"""Full months whose payments make the average."""
Paid = tuple[date, Decimal | None]
"""A payment's day, and its amount in the project's currency where that is known."""


class Method(StrEnum):
    """A way of counting."""

    OPEN = "open"
    PACE = "pace"

    @property
    def label(self) -> str:
        return {"open": noted("commitments still open"), "pace": noted("the pace of payments")}[self]

    @property
    def formula(self) -> str:
        if self is Method.OPEN:
            return say(
                "Paid so far, plus what is still open of commitments, in equal parts for each month to the end; after "
                "the end all at once."
            )
        return say(
            "Paid so far, plus for each month to the end the average of the last {count} full months (fewer "
            "where the project is younger); in the month that runs, what of the average is not paid yet.",
            count=LOOKING_BACK,
        )


@dataclass(frozen=True, slots=True)
class Forecast:
    """`ahead` are the payments to come by month; they and what is paid come to `total` exactly. `lacks` says why there
    is none."""

    method: Method
    total: Decimal | None
    ahead: tuple[tuple[date, Decimal], ...] = ()
    average: Decimal | None = None
    lacks: str = ""


def forecast(
    method: Method,
    whole: Figures,
    paid: Sequence[Paid],
    starts: date,
    ends: date,
    day: date,
    *,
    back: int = LOOKING_BACK,
) -> Forecast:
    """For a project from `starts` to `ends`, its last day, as seen on `day`."""
    so_far = whole.paid.value
    if so_far is None:
        return Forecast(method, None, lacks=say("A payment has no rate, so nobody knows what is paid."))
    coming = months(max(day, starts), ends) if day <= ends else []
    if method is Method.OPEN:
        still = whole.open.value
        if still is None:
            return Forecast(method, None, lacks=say("What is still open of a commitment has no rate."))
        coming = coming or [month_of(day)]
        parts = apportioned(still, [Decimal(1)] * len(coming))
        return Forecast(method, so_far + still, tuple(zip(coming, parts, strict=True)))
    behind = months_before(day, back, since=starts)
    if not behind:
        return Forecast(method, None, lacks=say("No full month of the project has passed."))
    with localcontext(EXACT):
        average = _paid_in(behind, paid) / len(behind)
        rest_of_this = max(ZERO, average - _paid_in([month_of(day)], paid))
        weights = [rest_of_this if month == month_of(day) else average for month in coming]
        rest = to_cent(sum(weights, ZERO))
    parts = apportioned(rest, weights) if rest else (ZERO,) * len(weights)
    return Forecast(method, so_far + rest, tuple(zip(coming, parts, strict=True)), to_cent(average))


def _paid_in(which: Sequence[date], paid: Sequence[Paid]) -> Decimal:
    return sum((amount or ZERO for when, amount in paid if month_of(when) in which), ZERO)
