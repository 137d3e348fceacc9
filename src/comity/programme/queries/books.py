"""The books of projects as of a day: their lines with what was committed and paid on them, and the account of it all.

What is dated later is left out, save a commitment on which something is paid already; what was reversed counts on no
day. Five queries, however many projects.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection
from dataclasses import dataclass
from datetime import date

from django.db.models import QuerySet

from comity.programme.models import BudgetLine, Commitment, ExchangeRate, Payment, Project
from comity.programme.queries.money_rows import CommitmentRow, PaymentRow, commitment_rows, payment_rows
from comity.programme.rules.budget.account import Account, Entry, account
from comity.programme.rules.budget.forecast import Forecast, Method, Paid, forecast
from comity.programme.rules.budget.rates import Rate, Rates


@dataclass(frozen=True)
class Book:
    """A project's rows that count, and what they come to."""

    project: Project
    lines: list[BudgetLine]
    commitments: list[CommitmentRow]
    payments: list[PaymentRow]
    account: Account

    @property
    def paid(self) -> list[Paid]:
        """Each payment's day with its worth in the project's currency."""
        worth = self.account.worth
        return [(row.day, found.amount if (found := worth[row.pk]) else None) for row in self.payments]

    def expected(self, method: Method) -> Forecast:
        """The forecast by this way of counting."""
        days = (self.project.starts, self.project.ends, self.account.day)
        return forecast(method, self.account.whole, self.paid, *days)

    @property
    def entries(self) -> list[Entry]:
        return [line_entry(row) for row in self.lines]


def books(day: date, *codes: str) -> list[Book]:
    """Of the projects named, or of all."""
    projects = list(Project.objects.filter(code__in=codes) if codes else Project.objects.all())
    return _booked(projects, BudgetLine.objects.filter(project__in=projects), day)


def activity_books(day: date, project: str, activity: str) -> list[Book]:
    """Of the projects that pay for this activity, with no other lines than those that do."""
    its = BudgetLine.objects.filter(activity__project__code=project, activity__code=activity)
    paying = list(Project.objects.filter(pk__in=its.values("project")))
    return _booked(paying, its, day) if paying else []


def _booked(projects: list[Project], of: QuerySet[BudgetLine], day: date) -> list[Book]:
    lines = list(of.select_related("result", "activity"))
    payments = payment_rows(of, day)
    commitments = commitment_rows(of, day, payments)
    by_project: dict[int, list[BudgetLine]] = defaultdict(list)
    for line in lines:
        by_project[line.project_id].append(line)
    by_line: dict[int, list[CommitmentRow]] = defaultdict(list)
    for commitment in commitments:
        by_line[commitment.line_id].append(commitment)
    by_commitment: dict[int, list[PaymentRow]] = defaultdict(list)
    for payment in payments:
        by_commitment[payment.commitment_id].append(payment)
    own = {project.currency for project in projects} | {line.currency for line in lines}
    used = {commitment.currency for commitment in commitments} | {payment.currency for payment in payments}
    rates = rates_between(own | used, day)
    found = []
    for project in projects:
        its = by_project[project.pk]
        made = [commitment for line in its for commitment in by_line[line.pk]]
        paid = [payment for commitment in made for payment in by_commitment[commitment.pk]]
        entries = map(line_entry, its), map(commitment_entry, made), map(payment_entry, paid)
        found.append(Book(project, its, made, paid, account(*entries, rates, project.currency, day)))
    return found


def rates_between(currencies: Collection[str], day: date) -> Rates:
    """Every rate between these currencies up to the day; one query."""
    rows = ExchangeRate.objects.filter(currency__in=currencies, quote__in=currencies, day__lte=day)
    return Rates(map(Rate._make, rows.order_by("day").values_list(*Rate._fields)))


def line_entry(row: BudgetLine) -> Entry:
    """A line as the rules count it."""
    return Entry(row.pk, row.heading, row.amount, row.currency, row.day)


def commitment_entry(row: Commitment | CommitmentRow) -> Entry:
    """A commitment as the rules count it."""
    return Entry(row.pk, row.reference, row.amount, row.currency, row.day, row.line_id)


def payment_entry(row: Payment | PaymentRow) -> Entry:
    """A payment as the rules count it."""
    return Entry(row.pk, row.reference, row.amount, row.currency, row.day, row.commitment_id)
