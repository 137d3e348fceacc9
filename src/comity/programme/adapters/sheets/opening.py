"""Opening a file as a sheet, by what it is rather than by its name. Keeps nothing, works out no formula."""

from __future__ import annotations

from comity.kernel.sayable import said
from comity.people.rules.refusal import Refused
from comity.programme.adapters.sheets.csv_sheet import read_csv
from comity.programme.adapters.sheets.workbook import read_workbook
from comity.programme.rules.importing.limits import LARGEST, ROWS, TOO_LARGE
from comity.programme.rules.importing.sheet import Sheet

_OLD_EXCEL = b"\xd0\xcf\x11\xe0"


def open_sheet(name: str, content: bytes, most: int = ROWS) -> Sheet:
    """Raises Refused (field `file`) with what is wrong with the file as a whole, and what to do; TooManyRows at the
    first row after `most`."""
    if not content:
        raise Refused("file", "This file is empty.")
    if len(content) > LARGEST:
        raise Refused("file", said(TOO_LARGE))
    if content.startswith(_OLD_EXCEL):
        raise Refused("file", "This is an old Excel file, or one with a password. Save it as XLSX without one.")
    if content.startswith(b"PK"):
        return read_workbook(content, most)
    if name.lower().endswith((".xlsx", ".xlsm", ".ods")):
        raise Refused("file", "This file is no workbook, whatever its name says. Save it anew as XLSX, or as CSV.")
    return read_csv(content, most)
