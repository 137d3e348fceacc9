"""Money is added, committed, paid and corrected by programme officers; figures tie to the cent; nothing is deleted."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest

from comity.casework.rules.refusal import NotFound
from comity.kernel import clock
from comity.ledger.queries.entries import entries_about
from comity.people.rules.refusal import Refused
from comity.people.rules.roles import NotEntitled
from comity.programme.actions.add_budget_line import add_budget_line
from comity.programme.actions.commit_money import commit_money
from comity.programme.actions.correct_commitment import correct_commitment
from comity.programme.actions.correct_payment import correct_payment
from comity.programme.actions.edit_budget_line import edit_budget_line
from comity.programme.actions.load_demonstration_budget import load_demonstration_budget
from comity.programme.actions.record_payment import record_payment
from comity.programme.actions.reverse_commitment import reverse_commitment
from comity.programme.actions.reverse_payment import reverse_payment
from comity.programme.actions.set_rate import set_rate
from comity.programme.models import Activity, BudgetLine, Commitment, ExchangeRate, Payment, Project, Result
from comity.programme.queries.budget import TransactionKind, budget_summaries, budget_summary, transactions
from comity.programme.queries.budget_line import line_sheet
from comity.programme.queries.budget_sheet import budget_sheet
from comity.programme.rules.budget.demonstration.world import BUDGETS
from comity.programme.rules.budget.warning import Kind
from comity.programme.rules.budget.written import CommitmentWords, LineWords, PaymentWords, RateWords
from comity.programme.rules.refusal import ChangedMeanwhile

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("projects")]
II, III = "cybercrime-eap-ii", "cybercrime-eap-iii"
D, DAY, MAY = Decimal, date(2017, 6, 16), date(2017, 5, 2)


@pytest.fixture
def projects(db) -> None:
    """The two projects of the overview, with results and the activities that money is for, without reading packs."""
    now = clock.now()
    days = {II: date(2015, 5, 1), III: date(2015, 12, 1)}
    held = {
        code: Project.objects.create(
            code=code, name=code, starts=starts, ends=date(2017, 12, 31), budget=budget, created_at=now, changed_at=now
        )
        for (code, starts), budget in zip(days.items(), (D(800_000), D(1_200_000)), strict=True)
    }
    for code, project in held.items():
        results = {n: Result.objects.create(project=project, level="result", number=n, says=n) for n in "123"}
        for line in BUDGETS[code]:
            if line.activity and line.activity not in {"advisory-visits", "t-cy-octopus"}:
                _activity(project, line.activity, results[line.result])
    _activity(held[III], "advisory-visits", Result.objects.get(project=held[III], number="1"), held[II])
    _activity(held[II], "t-cy-octopus", Result.objects.get(project=held[II], number="1"), held[III])


def _activity(project: Project, code: str, result: Result, *shared: Project) -> None:
    now, day = clock.now(), date(2017, 7, 1)
    made = Activity.objects.create(
        project=project,
        result=result,
        code=code,
        kind="workshop",
        title=code,
        starts=day,
        ends=day,
        created_at=now,
        changed_at=now,
    )
    made.shared_with.set(shared)


def line_words(**changes) -> LineWords:
    words = {"heading": "Meetings", "amount": "1000", "currency": "EUR", "day": date(2015, 5, 1), "source": "Annex III"}
    return LineWords(**{**words, **changes})


def made(reference="C-1", amount="600", currency="EUR", day=MAY) -> CommitmentWords:
    return CommitmentWords(reference, "Venue", amount, currency, day)


def paid(reference="P-1", amount="100", currency="EUR", day=MAY) -> PaymentWords:
    return PaymentWords(reference, amount, currency, day)


def rate(officer, currency="GEL", quote="EUR", value="0.3571", day=date(2017, 1, 3), version=0) -> None:
    set_rate(RateWords(currency, quote, value, day, "Made up for this test"), version=version, by=officer)


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


def test_a_payment_before_its_commitment_is_not_left_out(officer) -> None:
    line = add_budget_line(II, line_words(), by=officer)
    commitment = commit_money(II, line, made(day=date(2017, 6, 1)), by=officer)
    record_payment(II, commitment, paid(day=MAY), by=officer)
    assert budget_summary(II, date(2017, 5, 10)).paid == D("100.00")
    assert line_sheet(II, line, date(2017, 5, 10)).figures.paid.value == D("100.00")


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


def test_a_line_takes_the_result_of_its_activity(officer) -> None:
    line = add_budget_line(II, line_words(activity="advisory-24-7"), by=officer)
    shared = add_budget_line(II, line_words(heading="Visits", activity="advisory-visits"), by=officer)
    assert BudgetLine.objects.get(pk=line).result.number == "2"
    assert BudgetLine.objects.get(pk=shared).result is None  # it serves a result of the other project


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
