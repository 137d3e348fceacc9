"""The overview as a text document with a real table, for those who must edit."""

from __future__ import annotations

from datetime import UTC, datetime
from io import BytesIO
from typing import Any

from docx import Document
from docx.enum.section import WD_ORIENT
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Mm, Pt

from comity.stateofplay.adapters.sheet import Sheet, sheets
from comity.stateofplay.adapters.signs import writable
from comity.stateofplay.rules.matrix import Matrix


def as_docx(matrix: Matrix) -> bytes:
    """The overview, A4 across, a table of at most eight countries after another; the sources below."""
    document = Document()
    _lay_out(document, matrix)
    document.add_heading(matrix.title, level=1)
    for sheet in sheets(matrix):
        _table(document, sheet)
        document.add_paragraph()
    document.add_heading("Sources", level=2)
    for source in matrix.sources or ("No source states anything for this day.",):
        document.add_paragraph(writable(source), style="List Bullet")
    file = BytesIO()
    document.save(file)
    return file.getvalue()


def _lay_out(document: Any, matrix: Matrix) -> None:
    page = document.sections[0]
    page.orientation = WD_ORIENT.LANDSCAPE
    page.page_width, page.page_height = Mm(297), Mm(210)
    page.left_margin = page.right_margin = page.top_margin = page.bottom_margin = Mm(15)
    document.styles["Normal"].font.size = Pt(9)
    own = document.core_properties
    own.title, own.author, own.language, own.comments = matrix.title, "Comity", "en", ""
    own.created = own.modified = datetime(matrix.day.year, matrix.day.month, matrix.day.day, tzinfo=UTC)


def _table(document: Any, sheet: Sheet) -> None:
    table = document.add_table(rows=1 + len(sheet.rows), cols=1 + len(sheet.head))
    table.style = "Table Grid"
    for cell, name in zip(table.rows[0].cells[1:], sheet.head, strict=True):
        cell.paragraphs[0].add_run(writable(name)).bold = True
    repeated = OxmlElement("w:tblHeader")
    repeated.set(qn("w:val"), "true")
    table.rows[0]._tr.get_or_add_trPr().append(repeated)
    for row, (label, cells) in zip(table.rows[1:], sheet.rows, strict=True):
        row.cells[0].paragraphs[0].add_run(writable(label)).bold = True
        for cell, lines in zip(row.cells[1:], cells, strict=True):
            cell.text = writable("\n".join(lines))
