"""Lines of a budget as rows of a table: the columns, and what a row of them says."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import cast

from comity.atlas.rules.packs.overview import Precision
from comity.people.rules.refusal import Refused
from comity.programme.rules.budget import checked
from comity.programme.rules.budget.written import LineWords, sound_line
from comity.programme.rules.importing import cell_readers as read
from comity.programme.rules.importing.declaration import Beside, Column, Declaration, Values
from comity.programme.rules.importing.sheet import Cell, as_text
from comity.programme.rules.importing.time_words import span


def _money(cell: Cell) -> str:
    return _said(lambda: str(checked.amount(as_text(cell), zero=True)))


def _currency(cell: Cell) -> str:
    return _said(lambda: checked.currency(as_text(cell)))


def _day(cell: Cell) -> date:
    found = span(cell)
    if found.precision is not Precision.DAY:
        raise read.Unreadable("A day is needed, not a month: the rate is that of the day. Write 2017-06-01.")
    return found.starts


def _said(reading: Callable[[], str]) -> str:
    try:
        return reading()
    except Refused as refusal:
        raise read.Unreadable(refusal.sentence) from None


def _make(values: Values, beside: Beside) -> LineWords:
    words = LineWords(
        heading=str(values["heading"]),
        amount=str(values["amount"]),
        currency=str(values["currency"]),
        day=cast("date", values["day"]),
        source=str(values["source"]),
        result=str(values.get("result", "")),
        activity=str(values.get("activity", "")),
    )
    sound_line(words, beside.begins, beside.today)
    serves = beside.known["serves"]
    if not (words.result and words.activity) or f"{words.activity} {words.result}" in serves:
        return words
    if own := [pair for pair in serves if pair.startswith(f"{words.activity} ")]:
        raise Refused(
            "result", f"The activity serves result {own[0].partition(' ')[2]}. Write that, or leave it empty."
        )
    return words


BUDGET_LINES = Declaration(
    "budget",
    "budget lines",
    (
        Column(
            "heading",
            "Heading",
            "What the money is for, new in the project's budget.",
            read.line(checked.SHORT),
            "Workshop in Tbilisi: travel",
            required=True,
            new_in="headings",
        ),
        Column("amount", "Amount", "With a point or a comma before the cents.", _money, "12500.00", required=True),
        Column("currency", "Currency", "Three letters.", _currency, "EUR", required=True),
        Column("day", "Day", "The day whose rate converts it; not after today.", _day, "2017-01-15", required=True),
        Column(
            "source",
            "Source",
            "Where the line stands: a document, a decision.",
            read.line(checked.SHORT),
            "Budget annex",
            required=True,
        ),
        Column(
            "result",
            "Result",
            "The number of the result that it pays for.",
            read.line(20),
            "1",
            found_in="results",
            missing="is no result of this project",
        ),
        Column(
            "activity",
            "Activity",
            "The code of the activity that it pays for.",
            read.line(60),
            "",
            found_in="activities",
            missing="is no activity of this project",
        ),
    ),
    _make,
)
