"""What the burn-down says in its title, its words and its table."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest

from comity.programme.rules.budget.account import Figures
from comity.programme.rules.budget.burn_down import burn_down
from comity.programme.rules.budget.forecast import Method, Paid, forecast
from comity.programme.rules.budget.sums import Sum, added, one
from comity.programme.rules.pictures.burn_down import burn_down_picture
from comity.stateofplay.rules.pictures.picture import Picture

STARTS, ENDS = date(2017, 1, 1), date(2017, 4, 30)
MARCH = date(2017, 3, 10)


def drawn(day: date, *paid: Paid, still: str = "0", budget: str = "20000") -> Picture:
    whole = Figures(Sum(Decimal(budget)), Sum(), added(one(amount) for _, amount in paid), Sum(Decimal(still)))
    expected = forecast(Method.OPEN, whole, paid, STARTS, ENDS, day)
    course = burn_down(Decimal(budget), paid, STARTS, ENDS, day, expected)
    return burn_down_picture(course, "EUR", Decimal(budget), expected, day, ENDS)


@pytest.mark.parametrize(
    ("day", "paid", "still", "title"),
    [
        (date(2016, 12, 1), [], "0", "The project has not begun: all of EUR 20,000.00 is unspent"),
        (
            MARCH,
            [(date(2017, 2, 1), Decimal("5000.01"))],
            "10000",
            (
                "EUR 14,999.99, 75% of the budget, is unspent after 3 of 4 months; "
                "by commitments still open, EUR 4,999.99 would remain at the end"
            ),
        ),
        (
            MARCH,
            [(date(2017, 2, 1), Decimal("5000.00"))],
            "16000",
            (
                "EUR 15,000.00, 75% of the budget, is unspent after 3 of 4 months; "
                "by commitments still open, EUR 1,000.00 would lack at the end"
            ),
        ),
        (MARCH, [(MARCH, None)], "0", "How much is unspent is not known: 1 payment without a rate"),
        (
            date(2017, 6, 1),
            [(date(2017, 5, 2), Decimal("20001.00"))],
            "0",
            "EUR 1.00 more than the budget is paid after 4 of 4 months",
        ),
    ],
)
def test_the_title_states_what_is_so(day: date, paid: list[Paid], still: str, title: str) -> None:
    assert drawn(day, *paid, still=still).title == title


def test_the_table_has_the_cents_and_the_forecast_joins_what_is_unspent() -> None:
    shown = drawn(MARCH, (date(2017, 2, 1), Decimal("5000.01")), still="10000")
    assert dict(shown.table.rows) == {
        "January 2017": ("0.00", "20,000.00", "15,000.00", "–"),
        "February 2017": ("5,000.01", "14,999.99", "10,000.00", "–"),
        "March 2017": ("0.00", "14,999.99", "5,000.00", "9,999.99"),
        "April 2017": ("–", "–", "0.00", "4,999.99"),
    }
    assert shown.words.endswith("March 2017 EUR 14,999.99 unspent")
    ahead = [(value["month"], value["amount"]) for value in shown.values if value["line"] == "Expected"]
    assert ahead == [("2017-02", 15.0), ("2017-03", 10.0), ("2017-04", 5.0)]
    assert {value["unit"] for value in shown.values} == {"EUR thousand"}


def test_nothing_is_drawn_of_a_budget_that_is_not_known() -> None:
    whole = Figures(Sum(missing=1))
    expected = forecast(Method.OPEN, whole, [], STARTS, ENDS, MARCH)
    assert burn_down_picture((), "EUR", Decimal(0), expected, MARCH, ENDS).empty
