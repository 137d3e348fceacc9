"""Cells of tables for spreadsheets and Markdown: no cell that a spreadsheet would take for a formula, no stray mark."""

from __future__ import annotations

import csv
import re
from collections.abc import Iterable
from io import StringIO

_BEGINS_A_FORMULA = ("=", "+", "-", "@", "\t", "\r")
_MARKS = re.compile(r"([\\`*_{}\[\]<>|#])")


def table_as_csv(rows: Iterable[Iterable[object]]) -> str:
    """Rows as CSV; what begins like a formula gets an apostrophe before it."""
    text = StringIO()
    csv.writer(text).writerows([_plain(str(cell)) for cell in row] for row in rows)
    return text.getvalue()


def _plain(text: str) -> str:
    return f"'{text}" if text.startswith(_BEGINS_A_FORMULA) else text


def marked(text: str) -> str:
    """Text in a cell of a Markdown table."""
    return _MARKS.sub(r"\\\1", " ".join(text.split()))
