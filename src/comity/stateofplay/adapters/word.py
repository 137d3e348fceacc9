"""What the library for text documents has no words for: tables as other programs lay them out, descriptions."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Pt, RGBColor

from comity.documents.adapters.office.word_parts import plain_letters as one_family
from comity.documents.adapters.office.word_parts import repeated, shaded, unbroken

INK, SOFT = "1D3C6A", "F3F6FB"
"""The colours of a table's head and of its first column, as in the PDF."""
SANS = "Calibri"
SMALL = Pt(8.5)
_rgb: Any = RGBColor


def plain_letters(document: Any) -> None:
    """One family of letters for text and headings."""
    one_family(document, SANS, ("Normal", "Title", "Subtitle", "Heading 1", "Heading 2"))


def dressed(table: Any, room: int, shares: Sequence[int]) -> None:
    """Columns of `room` by their shares, written in the grid and in each cell, since programs read one or the other; a
    head that is repeated, and rows that no page breaks."""
    table.style, table.autofit = "Table Grid", False
    widths = [room * share // sum(shares) for share in shares]
    for column, width in zip(table.columns, widths, strict=True):
        column.width = width
    head, *rows = table.rows
    repeated(head)
    first, *others = grid = [row.cells for row in (head, *rows)]  # each asks the row anew: once is enough
    for cell in first:
        shaded(cell, INK)
        for run in (run for paragraph in cell.paragraphs for run in paragraph.runs):
            run.bold, run.font.color.rgb = True, _rgb(0xFF, 0xFF, 0xFF)
    _margins(table)
    for cells in grid:
        for cell, width in zip(cells, widths, strict=True):
            cell.width = width
            for paragraph in cell.paragraphs:
                paragraph.paragraph_format.space_before = paragraph.paragraph_format.space_after = Pt(1)
                for run in paragraph.runs:
                    run.font.size = SMALL
    for row, cells in zip(rows, others, strict=True):
        shaded(cells[0], SOFT)
        unbroken(row)


def styled(document: Any, text: str, style: str) -> Any:
    """A paragraph in a style by its key in the file: by name, the library looks through all styles for each."""
    made = document.add_paragraph(text)
    made._p.style = style
    return made


def _margins(table: Any) -> None:
    """A millimetre left and right of what is in a cell: narrow columns keep their words whole."""
    made = OxmlElement("w:tblCellMar")
    for side in ("left", "right"):
        margin = OxmlElement(f"w:{side}")
        margin.set(qn("w:w"), "57")
        margin.set(qn("w:type"), "dxa")
        made.append(margin)
    look = table._tbl.tblPr.find(qn("w:tblLook"))
    table._tbl.tblPr.append(made) if look is None else look.addprevious(made)


def described(shape: Any, words: str) -> None:
    """The picture's text alternative."""
    shape._inline.docPr.set("descr", words)
