"""Money is corrected by reversing, never deleted; who may not change it, and what cannot stand, is refused."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest

from comity.casework.rules.refusal import NotFound
from comity.ledger.queries.entries import entries_about
from comity.people.rules.refusal import Refused
from comity.people.rules.roles import NotEntitled
from comity.programme.actions.add_budget_line import add_budget_line
from comity.programme.actions.commit_money import commit_money
from comity.programme.actions.correct_commitment import correct_commitment
from comity.programme.actions.correct_payment import correct_payment
from comity.programme.actions.edit_budget_line import edit_budget_line
from comity.programme.actions.record_payment import record_payment
from comity.programme.actions.reverse_commitment import reverse_commitment
from comity.programme.actions.reverse_payment import reverse_payment
from comity.programme.models import BudgetLine, Commitment, ExchangeRate, Payment
from comity.programme.queries.budget import budget_summary
from comity.programme.queries.budget_line import line_sheet
from comity.programme.tests.money import DAY, II, III, keep_projects, line_words, made, paid, rate
from comity.stateofplay.rules.refusal import ChangedMeanwhile

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def projects(db: None) -> None:
    keep_projects()


D = Decimal


def test_a_payment_is_corrected_by_reversing_it(officer) -> None:
    line = add_budget_line(II, line_words(), by=officer)
    commitment = commit_money(II, line, made(), by=officer)
    wrong = record_payment(II, commitment, paid(amount="1000"), by=officer)

    right = correct_payment(II, wrong, paid(amount="100"), "A zero too many.", by=officer)

    assert budget_summary(II, DAY).paid == D("100.00")
    assert Payment.objects.get(pk=wrong).reversal == "A zero too many."
    assert Payment.objects.get(pk=right).corrects_id == wrong
    assert [one.payload.get("reason") for one in entries_about(f"payment:{wrong}")] == [None, "A zero too many."]
    with pytest.raises(Refused, match="reversed already"):
        reverse_payment(II, wrong, "Again.", by=officer)
    with pytest.raises(Refused, match="reason is missing"):
        reverse_payment(II, right, " ", by=officer)


def test_a_correction_that_is_refused_changes_nothing(officer) -> None:
    line = add_budget_line(II, line_words(), by=officer)
    commitment = commit_money(II, line, made(), by=officer)
    wrong = record_payment(II, commitment, paid(), by=officer)
    with pytest.raises(Refused):
        correct_payment(II, wrong, paid(amount="1.234"), "Why", by=officer)
    assert Payment.objects.get().reversed_at is None


def test_a_corrected_commitment_takes_its_payments_over(officer) -> None:
    line = add_budget_line(II, line_words(), by=officer)
    wrong = commit_money(II, line, made(), by=officer)
    record_payment(II, wrong, paid(), by=officer)
    with pytest.raises(Refused, match="One payment stands on this commitment"):
        reverse_commitment(II, wrong, "Not signed.", by=officer)

    correct_commitment(II, wrong, made(amount="700"), "The contract says 700.", by=officer)

    found = budget_summary(II, DAY)
    assert (found.committed, found.paid, found.open) == (D("700.00"), D("100.00"), D("600.00"))
    gone, stands = line_sheet(II, line, DAY).commitments
    assert (gone.entry.reversal, len(gone.payments), len(stands.payments)) == ("The contract says 700.", 0, 1)
    with pytest.raises(Refused, match="The commitment was reversed"):
        record_payment(II, wrong, paid("P-2"), by=officer)


def test_a_commitment_on_which_nothing_is_paid_can_be_reversed(officer) -> None:
    line = add_budget_line(II, line_words(), by=officer)
    commitment = commit_money(II, line, made(), by=officer)
    reverse_commitment(II, commitment, "Not signed.", by=officer)
    assert budget_summary(II, DAY).committed == D("0.00")
    assert Commitment.objects.count() == 1


def test_a_second_click_pays_nothing_twice(officer) -> None:
    line = add_budget_line(II, line_words(), by=officer)
    commitment = commit_money(II, line, made(), by=officer)
    record_payment(II, commitment, paid(), by=officer)
    for again in (
        lambda: record_payment(II, commitment, paid(), by=officer),
        lambda: commit_money(II, line, made(), by=officer),
        lambda: add_budget_line(II, line_words(), by=officer),
    ):
        with pytest.raises(Refused, match="already"):
            again()


@pytest.mark.parametrize(
    ("changes", "field"),
    [
        ({"currency": "XXZ"}, "currency"),
        ({"amount": "1.234"}, "amount"),
        ({"heading": " "}, "heading"),
        ({"heading": "x" * 201}, "heading"),
        ({"source": ""}, "source"),
        ({"result": "9"}, "result"),
        ({"activity": "none"}, "activity"),
        ({"activity": "advisory-24-7", "result": "1"}, "result"),
        ({"day": date(217, 5, 1)}, "day"),
    ],
)
def test_a_line_that_cannot_stand_is_refused_at_its_field(officer, changes, field) -> None:
    with pytest.raises(Refused) as refusal:
        add_budget_line(II, line_words(**changes), by=officer)
    assert refusal.value.field == field
    assert not BudgetLine.objects.exists()


def test_a_payment_is_not_of_tomorrow(officer) -> None:
    line = add_budget_line(II, line_words(), by=officer)
    commitment = commit_money(II, line, made(), by=officer)
    with pytest.raises(Refused, match="still to come"):
        record_payment(II, commitment, paid(day=date(2999, 1, 1)), by=officer)


def test_two_who_change_a_line_do_not_overwrite_each_other(officer) -> None:
    line = add_budget_line(II, line_words(), by=officer)
    edit_budget_line(II, line, line_words(amount="2000"), version=1, by=officer)
    with pytest.raises(ChangedMeanwhile):
        edit_budget_line(II, line, line_words(amount="3000"), version=1, by=officer)


def test_a_rate_is_replaced_only_by_whoever_saw_it(officer) -> None:
    rate(officer)
    with pytest.raises(ChangedMeanwhile):
        rate(officer, value="0.4")
    rate(officer, value="0.4", version=1)
    assert ExchangeRate.objects.get().rate == D("0.4")
    entries = entries_about("exchange-rate:GEL/EUR/2017-01-03")
    assert [(one.payload["was"], one.payload["rate"]) for one in entries] == [("", "0.3571"), ("0.3571", "0.4")]
    with pytest.raises(Refused, match="Both are EUR"):
        rate(officer, currency="eur")


def test_only_programme_officers_change_money(officer, auditor, drafter) -> None:
    line = add_budget_line(II, line_words(), by=officer)
    commitment = commit_money(II, line, made(), by=officer)
    payment = record_payment(II, commitment, paid(), by=officer)
    for who in (auditor, drafter):
        for act in (
            lambda who=who: add_budget_line(II, line_words(heading="Other"), by=who),
            lambda who=who: edit_budget_line(II, line, line_words(), version=1, by=who),
            lambda who=who: commit_money(II, line, made("C-2"), by=who),
            lambda who=who: record_payment(II, commitment, paid("P-2"), by=who),
            lambda who=who: correct_commitment(II, commitment, made(), "Why", by=who),
            lambda who=who: reverse_commitment(II, commitment, "Why", by=who),
            lambda who=who: correct_payment(II, payment, paid(), "Why", by=who),
            lambda who=who: reverse_payment(II, payment, "Why", by=who),
            lambda who=who: rate(who),
        ):
            with pytest.raises(NotEntitled):
                act()


def test_money_of_another_project_is_not_found(officer) -> None:
    line = add_budget_line(II, line_words(), by=officer)
    commitment = commit_money(II, line, made(), by=officer)
    payment = record_payment(II, commitment, paid(), by=officer)
    for act in (
        lambda: commit_money(III, line, made(), by=officer),
        lambda: record_payment(III, commitment, paid("P-2"), by=officer),
        lambda: reverse_payment(III, payment, "Why", by=officer),
        lambda: budget_summary("none", DAY),
    ):
        with pytest.raises(NotFound):
            act()
