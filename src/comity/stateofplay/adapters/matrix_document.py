"""The overview as a text document with a real table, for those who must edit."""

from __future__ import annotations

from io import BytesIO
from typing import Any

from docx import Document
from docx.enum.section import WD_ORIENT
from docx.shared import Mm, Pt

from comity.stateofplay.adapters.charts.paper import on_paper
from comity.stateofplay.adapters.imprint import imprint
from comity.stateofplay.adapters.sheet import Sheet, sheets
from comity.stateofplay.adapters.signs import writable
from comity.stateofplay.adapters.word import described, dressed, plain_letters
from comity.stateofplay.rules.matrix import Matrix
from comity.stateofplay.rules.pictures.overview import overview
from comity.stateofplay.rules.pictures.picture import Picture

LABEL, WIDTH = 5, 6
"""Shares of the column of topics, and of each country."""


def as_docx(matrix: Matrix) -> bytes:
    """The overview, A4 across, a table of at most eight countries after another; then the heat map, the sources."""
    document = Document()
    _lay_out(document, matrix)
    document.add_heading(matrix.title, level=1)
    for sheet in sheets(matrix):
        _table(document, sheet)
        document.add_paragraph()
    _picture(document, overview(matrix))
    document.add_heading("Sources", level=2)
    for source in matrix.sources or ("No source states anything for this day.",):
        document.add_paragraph(writable(source), style="List Bullet")
    file = BytesIO()
    document.save(file)
    return file.getvalue()


def _picture(document: Any, picture: Picture) -> None:
    drawing = on_paper(picture, "png")
    document.add_heading(writable(picture.title), level=2)
    if drawing is None:
        document.add_paragraph(writable(picture.words))
        return
    described(document.add_picture(BytesIO(drawing), height=Mm(110)), writable(f"{picture.title}. {picture.words}"))
    document.add_paragraph(writable(picture.table.note))


def _lay_out(document: Any, matrix: Matrix) -> None:
    page = document.sections[0]
    page.orientation = WD_ORIENT.LANDSCAPE
    page.page_width, page.page_height = Mm(297), Mm(210)
    page.left_margin = page.right_margin = page.top_margin = page.bottom_margin = Mm(15)
    plain_letters(document)
    document.styles["Normal"].font.size = Pt(9)
    imprint(document, matrix.title, matrix.day)


def _table(document: Any, sheet: Sheet) -> None:
    table = document.add_table(rows=1 + len(sheet.rows), cols=1 + len(sheet.head))
    for cell, name in zip(table.rows[0].cells[1:], sheet.head, strict=True):
        cell.paragraphs[0].add_run(writable(name)).bold = True
    for row, (label, cells) in zip(table.rows[1:], sheet.rows, strict=True):
        row.cells[0].paragraphs[0].add_run(writable(label)).bold = True
        for cell, lines in zip(row.cells[1:], cells, strict=True):
            cell.text = writable("\n".join(lines))
    page = document.sections[-1]
    dressed(table, page.page_width - page.left_margin - page.right_margin, [LABEL, *(WIDTH for _ in sheet.head)])
