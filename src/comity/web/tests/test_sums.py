"""Sums in cells: to the cent, and never silent about a part that is not known."""

from __future__ import annotations

from decimal import Decimal

import pytest

from comity.programme.rules.budget.account import Figures
from comity.programme.rules.budget.sums import Sum
from comity.web.components.sums import cells, sum_mark


@pytest.mark.parametrize(
    ("found", "said"),
    [
        (Sum(Decimal("1234567.50")), "1,234,567.50"),
        (Sum(Decimal("-12.00")), "-12.00"),
        (Sum(Decimal("0.10"), 1), "0.10 without 1 amount that has no rate"),
        (Sum(Decimal("0.10"), 2), "0.10 without 2 amounts that have no rate"),
    ],
)
def test_a_sum_says_what_of_it_is_not_known(found: Sum, said: str) -> None:
    drawn = sum_mark(found)
    assert said in drawn
    assert ("Not known" in drawn) == bool(found.missing)


def test_a_row_of_figures_has_its_five_cells() -> None:
    drawn = cells(Figures(budgeted=Sum(Decimal(10)), paid=Sum(Decimal(4)), open=Sum(Decimal(1))))
    assert drawn.count("<td") == 5
    assert drawn.endswith('<td class="number" data-label="Left">5.00</td>')
