"""What an activity costs: the budget lines that pay for it, with what is committed and paid on them. Changes nothing.

For the office's own people: who shows it does (`access.expect_reader`, or the frame's `inside`).
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from comity.programme.models import BudgetLine
from comity.programme.queries.books import Book, activity_books
from comity.programme.rules.budget.account import CommitmentFigures, Figures


@dataclass(frozen=True, slots=True)
class CostCommitment:
    """`says` is what was ordered or decided."""

    reference: str
    says: str
    day: date
    figures: CommitmentFigures


@dataclass(frozen=True, slots=True)
class CostLine:
    """A budget line that pays for the activity."""

    number: int
    heading: str
    figures: Figures
    commitments: tuple[CostCommitment, ...]


@dataclass(frozen=True, slots=True)
class ActivityCost:
    """What one project pays for it, in that project's currency."""

    project: str
    project_name: str
    currency: str
    lines: tuple[CostLine, ...]
    whole: Figures


def activity_cost(project: str, code: str, day: date) -> tuple[ActivityCost, ...]:
    """By paying project: an activity that several share can be paid for by each. Empty where no line names it."""
    return tuple(
        ActivityCost(
            project=book.project.code,
            project_name=book.project.name,
            currency=book.project.currency,
            lines=tuple(_line(book, row) for row in book.lines),
            whole=book.account.whole,
        )
        for book in activity_books(day, project, code)
    )


def _line(book: Book, row: BudgetLine) -> CostLine:
    made = tuple(
        CostCommitment(each.reference, each.says, each.day, book.account.commitments[each.pk])
        for each in book.commitments
        if each.line_id == row.pk
    )
    return CostLine(row.pk, row.heading, book.account.lines[row.pk], made)
