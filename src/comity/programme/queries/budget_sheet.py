"""A project's budget on one sheet: lines by result and activity, forecast, warnings, the course of the money."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from comity.casework.rules.refusal import NotFound
from comity.programme.models import BudgetLine
from comity.programme.queries.books import Book, books
from comity.programme.rules.budget.account import Figures
from comity.programme.rules.budget.burn_down import BurnMonth, burn_down
from comity.programme.rules.budget.forecast import Forecast, Method
from comity.programme.rules.budget.warning import BudgetWarning, Kind, warnings


@dataclass(frozen=True, slots=True)
class LineView:
    """A line with its figures in the project's currency; `amount` is its own, `foreign` where in another one."""

    number: int
    heading: str
    activity: str
    amount: Decimal
    currency: str
    foreign: bool
    source: str
    figures: Figures
    warnings: tuple[Kind, ...] = ()


@dataclass(frozen=True, slots=True)
class Group:
    """The lines that serve one result; `number` is empty for those that serve the whole project."""

    number: str
    says: str
    lines: tuple[LineView, ...]
    figures: Figures


@dataclass(frozen=True, slots=True)
class BudgetSheet:
    """`course` is empty where the budget is not known; `sources` says where lines stand, with how many."""

    day: date
    currency: str
    stated: Decimal | None
    approximate: bool
    groups: tuple[Group, ...]
    whole: Figures
    expected: Forecast
    other: Forecast
    warnings: tuple[BudgetWarning, ...]
    course: tuple[BurnMonth, ...]
    sources: tuple[tuple[str, int], ...]
    starts: date
    ends: date


def budget_sheet(code: str, day: date, method: Method = Method.OPEN) -> BudgetSheet:
    """As of the day. Five queries. Raises NotFound."""
    found = books(day, code)
    if not found:
        raise NotFound("project")
    book, project = found[0], found[0].project
    expected = book.expected(method)
    other = book.expected(Method.PACE if method is Method.OPEN else Method.OPEN)
    raised = warnings(book.account, book.entries, expected, project.budget, project.starts, project.ends)
    budget = book.account.whole.budgeted.value
    drawn = bool(book.lines) and budget is not None
    return BudgetSheet(
        day=day,
        currency=project.currency,
        stated=project.budget,
        approximate=project.budget_is_approximate,
        groups=_groups(book, raised),
        whole=book.account.whole,
        expected=expected,
        other=other,
        warnings=raised,
        course=burn_down(budget, book.paid, project.starts, project.ends, day, expected) if drawn and budget else (),
        sources=_sources(book.lines),
        starts=project.starts,
        ends=project.ends,
    )


def _groups(book: Book, raised: tuple[BudgetWarning, ...]) -> tuple[Group, ...]:
    """By result in the order of their numbers; what serves the whole project comes last."""
    by_result: dict[str, list[BudgetLine]] = {}
    for line in book.lines:
        by_result.setdefault(line.result.number if line.result else "", []).append(line)
    return tuple(_group(book, number, by_result[number], raised) for number in sorted(by_result, key=_order))


def _order(number: str) -> tuple[bool, list[tuple[int, str]]]:
    parts = number.split(".")
    return not number, [(int(part) if part.isdecimal() else 0, part) for part in parts]


def _group(book: Book, number: str, lines: list[BudgetLine], raised: tuple[BudgetWarning, ...]) -> Group:
    views = tuple(_line(book, line, raised) for line in lines)
    figures = Figures()
    for view in views:
        figures = figures + view.figures
    result = lines[0].result
    return Group(number, result.says if result else "", views, figures)


def _line(book: Book, row: BudgetLine, raised: tuple[BudgetWarning, ...]) -> LineView:
    return LineView(
        number=row.pk,
        heading=row.heading,
        activity=row.activity.title if row.activity else "",
        amount=row.amount,
        currency=row.currency,
        foreign=row.currency != book.project.currency,
        source=row.source,
        figures=book.account.lines[row.pk],
        warnings=tuple(dict.fromkeys(each.kind for each in raised if each.line == row.pk)),
    )


def _sources(lines: list[BudgetLine]) -> tuple[tuple[str, int], ...]:
    counted: dict[str, int] = {}
    for line in lines:
        counted[line.source] = counted.get(line.source, 0) + 1
    return tuple(counted.items())
