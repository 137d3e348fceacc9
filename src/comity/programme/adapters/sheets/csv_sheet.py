"""Reading CSV: UTF-8, divided by commas, semicolons or tabs, whichever the header has most of."""

from __future__ import annotations

import csv
import io

from comity.people.rules.refusal import Refused
from comity.programme.adapters.sheets.collecting import Collecting
from comity.programme.rules.importing.sheet import Sheet

_DIVIDERS = (",", ";", "\t")
_FORMULA = ("'=", "'+", "'-", "'@")


def read_csv(content: bytes, most: int) -> Sheet:
    """Rows are counted as a spreadsheet counts them, whatever lines their cells have.

    Raises Refused for what is no CSV in UTF-8, or is too much.
    """
    if content.startswith((b"\xff\xfe", b"\xfe\xff")):
        raise Refused("file", "This file is in UTF-16. Save it as “CSV UTF-8”.")
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError as problem:
        line = content.count(b"\n", 0, problem.start) + 1
        raise Refused("file", f"Line {line:,} is not in UTF-8. Save the table as “CSV UTF-8”, or as XLSX.") from None
    if "\x00" in text:
        raise Refused("file", "This file holds bytes that no text has. Save the table as “CSV UTF-8”, or as XLSX.")
    rows = csv.reader(io.StringIO(text, newline=""), delimiter=_divider(text), strict=True)
    found = Collecting(most)
    number = 0
    try:
        for number, cells in enumerate(rows, 1):
            found.take(number, [_unguarded(cell) for cell in cells])
    except csv.Error as problem:
        raise Refused("file", f"Row {number + 1:,} cannot be read: {problem}. Look at its quotation marks.") from None
    return found.sheet()


def _divider(text: str) -> str:
    """As the first line that holds something has it, outside quotation marks."""
    first = next((line for line in text.splitlines()[:20] if line.strip()), "")
    outside = "".join(first.split('"')[::2])
    return max(_DIVIDERS, key=outside.count)


def _unguarded(cell: str) -> str:
    """Without the apostrophe that a file of this node puts before what would be a formula."""
    return cell[1:] if cell.startswith(_FORMULA) else cell
