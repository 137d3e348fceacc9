"""Tables of text for spreadsheets: no cell that a spreadsheet would take for a formula."""

from __future__ import annotations

import csv
from collections.abc import Iterable
from io import StringIO

from comity.kernel.spreadsheet import guarded


def table_as_csv(rows: Iterable[Iterable[object]]) -> str:
    """Rows as CSV; what begins like a formula gets an apostrophe before it."""
    text = StringIO()
    csv.writer(text).writerows([guarded(str(cell)) for cell in row] for row in rows)
    return text.getvalue()
