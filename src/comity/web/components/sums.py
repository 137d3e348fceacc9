"""Sums of money in the cells of a budget. Drawn in Python, since a budget has hundreds of them. Decides nothing."""

from __future__ import annotations

from decimal import Decimal
from html import escape

from django.utils.safestring import SafeString, mark_safe

from comity.kernel.words import say, say_count
from comity.programme.rules.budget.account import Figures
from comity.programme.rules.budget.sums import Sum
from comity.web.components.marks import status_mark


def amount(value: Decimal) -> str:
    """“1,234.50”."""
    return f"{value:,.2f}"


def sum_mark(found: Sum) -> SafeString:
    """The sum; where a part is not known, that, and what the other parts come to."""
    if found.value is not None:
        return SafeString(amount(found.value))
    known = escape(
        say_count(
            "{sum} without {count} amount that has no rate",
            "{sum} without {count} amounts that have no rate",
            found.missing,
            sum=amount(found.known),
        )
    )
    badge = status_mark("sum-not-known")
    return mark_safe(f'{badge}<span class="soft budget-known">{known}</span>')  # noqa: S308  escaped above


def cells(figures: Figures) -> SafeString:
    """The five cells of a row of figures, with what each is for narrow screens."""
    named = (
        (say("Budgeted"), figures.budgeted),
        (say("Committed"), figures.committed),
        (say("Paid"), figures.paid),
        (say("Still open"), figures.open),
        (say("Left"), figures.left),
    )
    drawn = (f'<td class="number" data-label="{escape(name)}">{sum_mark(found)}</td>' for name, found in named)
    return mark_safe("".join(drawn))  # noqa: S308  made of marks
