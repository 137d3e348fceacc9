"""What is added, committed and paid ties to the cent; what has no rate is not known; the ledger has every word."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest

from comity.ledger.queries.entries import entries_about
from comity.programme.actions.add_budget_line import add_budget_line
from comity.programme.actions.commit_money import commit_money
from comity.programme.actions.edit_budget_line import edit_budget_line
from comity.programme.actions.load_demonstration_budget import load_demonstration_budget
from comity.programme.actions.record_payment import record_payment
from comity.programme.models import BudgetLine, Payment
from comity.programme.queries.budget import TransactionKind, budget_summaries, budget_summary, transactions
from comity.programme.queries.budget_line import line_sheet
from comity.programme.queries.budget_sheet import budget_sheet
from comity.programme.rules.budget.warning import Kind
from comity.programme.tests.money import DAY, II, MAY, keep_projects, line_words, made, paid, rate

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def projects(db: None) -> None:
    keep_projects()


D = Decimal


def test_from_line_to_payment_the_figures_tie(officer) -> None:
    line = add_budget_line(II, line_words(result="1"), by=officer)
    commitment = commit_money(II, line, made(), by=officer)
    record_payment(II, commitment, paid(amount="100.01"), by=officer)

    found = budget_summary(II, DAY)

    assert (found.budgeted, found.committed, found.paid) == (D("1000.00"), D("600.00"), D("100.01"))
    assert (found.open, found.left, found.forecast) == (D("499.99"), D("400.00"), D("600.00"))
    assert found.stated == D("800000.00")
    assert budget_summary(II, date(2017, 5, 1)).paid == D("0.00")


def test_the_ledger_has_every_word(officer) -> None:
    line = add_budget_line(II, line_words(result="1"), by=officer)
    commitment = commit_money(II, line, made(), by=officer)
    payment = record_payment(II, commitment, paid(), by=officer)
    edit_budget_line(II, line, line_words(amount="1200.50"), version=1, by=officer)

    added, edited = entries_about(f"budget-line:{line}")
    assert (added.payload["amount"], edited.payload["amount"]) == ("1000.00", "1200.50")
    assert (added.payload["result"], edited.payload["result"], edited.payload["version"]) == ("1", "", 2)
    assert entries_about(f"commitment:{commitment}")[0].payload["says"] == "Venue"
    assert entries_about(f"payment:{payment}")[0].payload["amount"] == "100.00"


def test_an_amount_without_a_rate_is_not_known_and_named(officer) -> None:
    line = add_budget_line(II, line_words(), by=officer)
    commitment = commit_money(II, line, made(amount="1000", currency="GEL"), by=officer)
    record_payment(II, commitment, paid(amount="280.05", currency="GEL"), by=officer)

    sheet = budget_sheet(II, DAY)
    assert (sheet.whole.paid.value, sheet.whole.paid.missing, sheet.whole.left.value) == (None, 1, None)
    assert sheet.warnings[0].kind is Kind.NO_RATE
    assert "No rate of GEL in EUR is known for 2 May 2017" in sheet.warnings[0].says
    assert sheet.expected.total is None

    rate(officer)
    found = budget_summary(II, DAY)
    assert (found.committed, found.paid) == (D("357.10"), D("100.01"))  # 280.05 × 0.3571 = 100.005855
    assert found.open == D("257.09")  # 719.95 × 0.3571 = 257.094145


def test_the_opposite_rate_is_used_where_only_that_is_there(officer) -> None:
    line = add_budget_line(II, line_words(), by=officer)
    commitment = commit_money(II, line, made(amount="10000", currency="UAH"), by=officer)
    record_payment(II, commitment, paid(amount="2842.26", currency="UAH"), by=officer)
    rate(officer, "EUR", "UAH", "28.4226")

    each = [one for one in transactions(DAY, II) if one.kind is TransactionKind.PAYMENT]
    assert [(one.worth, one.amount) for one in each] == [(D("100.00"), D("2842.26"))]
    assert "used the other way round" in each[0].rate


def test_a_line_in_another_currency_makes_the_budget_not_known_until_its_rate_is(officer) -> None:
    add_budget_line(II, line_words(), by=officer)
    add_budget_line(II, line_words(heading="Local costs", currency="GEL", day=date(2017, 2, 1)), by=officer)
    assert budget_summary(II, DAY).budgeted is None
    assert budget_sheet(II, DAY).course == ()
    rate(officer)
    assert budget_summary(II, DAY).budgeted == D("1357.10")


def test_a_payment_before_its_commitment_is_not_left_out(officer) -> None:
    line = add_budget_line(II, line_words(), by=officer)
    commitment = commit_money(II, line, made(day=date(2017, 6, 1)), by=officer)
    record_payment(II, commitment, paid(day=MAY), by=officer)
    assert budget_summary(II, date(2017, 5, 10)).paid == D("100.00")
    assert line_sheet(II, line, date(2017, 5, 10)).figures.paid.value == D("100.00")


def test_a_line_takes_the_result_of_its_activity(officer) -> None:
    line = add_budget_line(II, line_words(activity="advisory-24-7"), by=officer)
    shared = add_budget_line(II, line_words(heading="Visits", activity="advisory-visits"), by=officer)
    assert BudgetLine.objects.get(pk=line).result.number == "2"
    assert BudgetLine.objects.get(pk=shared).result is None  # it serves a result of the other project


def test_the_demonstration_comes_to_what_the_overview_states(officer) -> None:
    load_demonstration_budget(officer)
    load_demonstration_budget(officer)

    for found in budget_summaries(DAY):
        assert found.budgeted == found.stated
        assert None not in (found.paid, found.open, found.left, found.forecast)
        worth = [each.worth for each in transactions(DAY, found.project) if each.kind is TransactionKind.PAYMENT]
        assert sum(worth) == found.paid
    assert {found.budgeted for found in budget_summaries(DAY)} == {D("800000.00"), D("1200000.00")}
    assert set(BudgetLine.objects.values_list("source", flat=True)) == {"Made up for the demonstration"}
    assert set(Payment.objects.values_list("currency", flat=True)) == {"EUR", "GEL", "UAH"}


def test_all_projects_take_as_many_queries_as_one(officer, django_assert_num_queries) -> None:
    load_demonstration_budget(officer)
    with django_assert_num_queries(5):
        assert len(budget_summaries(DAY)) == 2
    with django_assert_num_queries(5):
        budget_summary(II, DAY)
