"""What an activity costs: the lines that name it, whichever project pays, with what is committed and paid on them."""

from __future__ import annotations

from decimal import Decimal

import pytest

from comity.programme.actions.add_budget_line import add_budget_line
from comity.programme.actions.commit_money import commit_money
from comity.programme.actions.record_payment import record_payment
from comity.programme.actions.reverse_commitment import reverse_commitment
from comity.programme.queries.activity_cost import activity_cost
from comity.programme.tests.money import DAY, II, III, keep_projects, line_words, made, paid, rate

pytestmark = pytest.mark.django_db


def test_each_project_that_pays_says_what_in_its_own_money(officer, django_assert_num_queries) -> None:
    keep_projects()
    rate(officer)
    own = add_budget_line(II, line_words(activity="t-cy-octopus", heading="Travel"), by=officer)
    add_budget_line(II, line_words(heading="Something else", amount="9"), by=officer)
    add_budget_line(III, line_words(activity="t-cy-octopus", heading="Hearings", amount="500"), by=officer)
    commitment = commit_money(II, own, made(currency="GEL"), by=officer)
    record_payment(II, commitment, paid(amount="280.05", currency="GEL"), by=officer)
    gone = commit_money(II, own, made("C-2"), by=officer)
    reverse_commitment(II, gone, "Ordered twice", by=officer)

    with django_assert_num_queries(5):
        found = {cost.project: cost for cost in activity_cost(II, "t-cy-octopus", DAY)}

    assert set(found) == {II, III}
    (line,) = found[II].lines
    assert (line.heading, line.figures.budgeted.value) == ("Travel", Decimal(1000))
    assert [each.reference for each in line.commitments] == ["C-1"]
    assert line.figures.committed.value == Decimal("214.26")
    assert line.figures.paid.value == Decimal("100.01")
    assert found[III].whole.budgeted.value == Decimal(500)


def test_what_no_line_names_has_no_cost(officer) -> None:
    keep_projects()

    assert activity_cost(II, "t-cy-octopus", DAY) == ()
