"""Money for reports and exports: a summary for each project, and its commitments and payments one by one.

Asks nobody's role: whoever shows it does (`access.expect_reader`). Figures that are not known are None.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum

from comity.casework.rules.refusal import NotFound
from comity.programme.models import BudgetLine
from comity.programme.queries.books import Book, books
from comity.programme.queries.money_rows import CommitmentRow, PaymentRow
from comity.programme.rules.budget.forecast import Method


@dataclass(frozen=True, slots=True)
class BudgetSummary:
    """In the project's currency. `stated` is the budget that its documents state, `budgeted` what its lines come to;
    `forecast` what will have been paid at the end, by commitments still open."""

    project: str
    currency: str
    stated: Decimal | None
    lines: int
    budgeted: Decimal | None
    committed: Decimal | None
    paid: Decimal | None
    open: Decimal | None
    left: Decimal | None
    forecast: Decimal | None


class TransactionKind(StrEnum):
    """What happened to the money."""

    COMMITMENT = "commitment"
    PAYMENT = "payment"


@dataclass(frozen=True, slots=True)
class Transaction:
    """One that counts. `worth` is its amount in the project's currency, `rate` how that came about; `says` is the
    purpose of the commitment."""

    project: str
    kind: TransactionKind
    number: int
    day: date
    amount: Decimal
    currency: str
    worth: Decimal | None
    rate: str
    reference: str
    says: str
    heading: str
    result: str
    activity: str


def budget_summaries(day: date, *codes: str) -> tuple[BudgetSummary, ...]:
    """Of the projects named, or of all; as many queries for all as for one."""
    return tuple(_summary(book) for book in books(day, *codes))


def budget_summary(code: str, day: date) -> BudgetSummary:
    """Raises NotFound."""
    found = budget_summaries(day, code)
    if not found:
        raise NotFound("project")
    return found[0]


def transactions(day: date, *codes: str) -> Iterator[Transaction]:
    """Commitments and payments up to the day, by project, commitment by commitment with its payments."""
    for book in books(day, *codes):
        yield from of_book(book)


def of_book(book: Book) -> Iterator[Transaction]:
    """The transactions of one project."""
    lines = {line.pk: line for line in book.lines}
    paid: dict[int, list[PaymentRow]] = {}
    for payment in book.payments:
        paid.setdefault(payment.commitment_id, []).append(payment)
    for row in book.commitments:
        found = book.account.commitments[row.pk]
        line = lines[row.line_id]
        yield _transaction(book, row, row, line, found.committed.value, "")
        for payment in paid.get(row.pk, []):
            worth = book.account.worth[payment.pk]
            yield _transaction(book, payment, row, line, worth.amount if worth else None, worth.says if worth else "")


def _transaction(
    book: Book,
    row: CommitmentRow | PaymentRow,
    commitment: CommitmentRow,
    line: BudgetLine,
    worth: Decimal | None,
    rate: str,
) -> Transaction:
    return Transaction(
        project=book.project.code,
        kind=TransactionKind.COMMITMENT if isinstance(row, CommitmentRow) else TransactionKind.PAYMENT,
        number=row.pk,
        day=row.day,
        amount=row.amount,
        currency=row.currency,
        worth=worth,
        rate=rate,
        reference=row.reference,
        says=commitment.says,
        heading=line.heading,
        result=line.result.number if line.result else "",
        activity=line.activity.code if line.activity else "",
    )


def _summary(book: Book) -> BudgetSummary:
    whole = book.account.whole
    return BudgetSummary(
        project=book.project.code,
        currency=book.project.currency,
        stated=book.project.budget,
        lines=len(book.lines),
        budgeted=whole.budgeted.value if book.lines else None,
        committed=whole.committed.value,
        paid=whole.paid.value,
        open=whole.open.value,
        left=whole.left.value if book.lines else None,
        forecast=book.expected(Method.OPEN).total if book.lines else None,
    )
