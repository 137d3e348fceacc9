"""Reading the first sheet of an XLSX workbook, row by row. Works out no formula, opens no link, reads no macro."""

from __future__ import annotations

import io
import warnings
from collections.abc import Iterable, Iterator
from datetime import date, datetime
from decimal import Decimal
from typing import Any

from openpyxl import load_workbook

from comity.people.rules.refusal import Refused
from comity.programme.adapters.sheets.archive import BROKEN, expect_bounded
from comity.programme.adapters.sheets.collecting import Collecting
from comity.programme.rules.importing.limits import COLUMNS, LOOKED_AT
from comity.programme.rules.importing.sheet import Cell, Sheet, Uncertain

DIGITS = 30
"""Of a number before or after its point."""
_NOT_KEPT = (
    "This is a formula, and the file does not say what it came to. Nothing is worked out here: write the value itself."
)
_ERROR = "This cell holds an error of the spreadsheet. Write the value itself."


def read_workbook(content: bytes, most: int) -> Sheet:
    """A formula stands for what its program last worked out and kept in the file; where it kept nothing, the cell is
    uncertain. Raises Refused."""
    expect_bounded(content)
    try:
        return _read(content, most)
    except Refused:
        raise
    except Exception:  # noqa: BLE001  openpyxl raises whatever a broken part makes it stumble over
        raise Refused("file", BROKEN) from None


def _read(content: bytes, most: int) -> Sheet:
    found = Collecting(most)
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # of styles and extensions that it does not keep
        for number, row in enumerate(_rows(content), 1):
            found.take(number, row)
    return found.sheet()


def _rows(content: bytes) -> Iterator[list[Cell | Uncertain]]:
    """The values as kept, beside the formulas where there are any."""
    said, kept = _cells(content, kept=False), None
    for number, row in enumerate(said, 1):
        if kept is None and any(cell.data_type == "f" for cell in row):
            kept = _cells(content, kept=True)
            for _ in range(number - 1):
                next(kept)
        values = next(kept) if kept is not None else row
        yield [_value(cell, value) for cell, value in zip(row, values, strict=True)]


def _cells(content: bytes, *, kept: bool) -> Iterator[tuple[Any, ...]]:
    book = load_workbook(io.BytesIO(content), read_only=True, data_only=kept, keep_links=False, keep_vba=False)
    if not book.worksheets:
        raise Refused("file", "This workbook has no sheet of cells.")
    sheet: Any = book.worksheets[0]
    sheet.reset_dimensions()
    rows: Iterable[tuple[Any, ...]] = sheet.iter_rows(max_row=LOOKED_AT, max_col=COLUMNS + 1)
    yield from rows


def _value(cell: Any, kept: Any) -> Cell | Uncertain:
    value = kept.value
    if cell.data_type == "f" and value is None:
        return Uncertain(_NOT_KEPT)
    if kept.data_type == "e":
        return Uncertain(_ERROR)
    if isinstance(value, int | float) and not isinstance(value, bool):
        return _number(value)
    if isinstance(value, datetime):
        return value.date()
    return value if value is None or isinstance(value, bool | str | date) else str(value)


def _number(value: float) -> Cell | Uncertain:
    found = Decimal(str(value))
    if not found.is_finite() or abs(found.adjusted()) > DIGITS:
        return Uncertain(_ERROR)
    return Decimal(int(found)) if found == found.to_integral_value() else found
