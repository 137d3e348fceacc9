"""A table to fill in: the header and one example row, as XLSX with the help of each column, or as CSV."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable

from openpyxl import Workbook
from openpyxl.comments import Comment
from openpyxl.styles import Font
from openpyxl.utils import get_column_letter

from comity.kernel.spreadsheet import guarded
from comity.programme.rules.importing.declaration import Declaration


def template_csv(declaration: Declaration) -> bytes:
    """With the mark by which spreadsheet programs know UTF-8."""
    names = [column.name for column in declaration.columns]
    return table_csv([names, [column.example for column in declaration.columns]])


def table_csv(rows: Iterable[Iterable[str]]) -> bytes:
    """Rows of text; no cell is a formula to any spreadsheet program."""
    text = io.StringIO(newline="")
    csv.writer(text).writerows([guarded(cell) for cell in row] for row in rows)
    return text.getvalue().encode("utf-8-sig")


def template_xlsx(declaration: Declaration) -> bytes:
    """The first sheet is to be filled in; the second says what stands in each column."""
    book = Workbook()
    sheet = book.worksheets[0]
    sheet.title = declaration.what
    for place, column in enumerate(declaration.columns, 1):
        head = sheet.cell(1, place, column.name)
        head.font = Font(bold=column.required)
        head.comment = Comment(f"{column.help}{' Needed.' if column.required else ''}", "Comity", height=120, width=260)
        example = sheet.cell(2, place, column.example or None)
        example.number_format = "@"
        sheet.column_dimensions[get_column_letter(place)].width = max(14, len(column.example) + 2)
    sheet.freeze_panes = "A2"
    about = book.create_sheet("columns")
    about.append(["column", "label", "needed", "what stands there"])
    for column in declaration.columns:
        about.append([column.name, column.label, "yes" if column.required else "no", column.help])
    made = io.BytesIO()
    book.save(made)
    return made.getvalue()
