"""Loading budgets of the demonstration by the same actions as people use. All figures are made up, and say so."""

from __future__ import annotations

from datetime import date

from django.db import transaction

from comity.people.models.user import User
from comity.programme.actions.add_budget_line import add_budget_line
from comity.programme.actions.commit_money import commit_money
from comity.programme.actions.record_payment import record_payment
from comity.programme.actions.set_rate import set_rate
from comity.programme.models import BudgetLine, ExchangeRate, Project
from comity.programme.rules.budget.demonstration.world import BUDGETS, MADE_UP, RATES
from comity.programme.rules.budget.written import CommitmentWords, LineWords, PaymentWords, RateWords


@transaction.atomic
def load_demonstration_budget(officer: User) -> None:
    """Budgets of the two projects of the overview, with payments in three currencies. Does nothing where somebody has
    begun, nor for a project that this node does not keep."""
    if BudgetLine.objects.exists() or ExchangeRate.objects.exists():
        return
    held = dict(Project.objects.filter(code__in=BUDGETS).values_list("code", "starts"))
    if not held:
        return
    for currency, quote, day, rate in RATES:
        set_rate(RateWords(currency, quote, rate, date.fromisoformat(day), MADE_UP), by=officer)
    for code in filter(held.get, BUDGETS):
        for line in BUDGETS[code]:
            words = LineWords(line.heading, line.amount, "EUR", held[code], MADE_UP, line.result, line.activity)
            number = add_budget_line(code, words, by=officer)
            for made in line.commitments:
                said = CommitmentWords(
                    made.reference, made.says, made.amount, made.currency, date.fromisoformat(made.day)
                )
                commitment = commit_money(code, number, said, by=officer)
                for place, (day, amount) in enumerate(made.payments, 1):
                    paid = PaymentWords(f"{made.reference}/{place}", amount, made.currency, date.fromisoformat(day))
                    record_payment(code, commitment, paid, by=officer)
