"""Tables of thousands of rows, written as the format has them: the library reads them back as its own."""

from __future__ import annotations

from io import BytesIO
from typing import Any

import pytest
from docx import Document
from docx.oxml.ns import qn
from docx.shared import Mm

from comity.stateofplay.adapters.word_table import table_element
from comity.stateofplay.rules.pictures.picture import Table

TABLE = Table("Money", ("", "EUR & more", "<Note>"), (("Fees", ("1,000.00", "a\nb")), ("Travel\x01", ("0.50", ""))))


@pytest.fixture
def made() -> Any:
    document, file = Document(), BytesIO()
    document.element.body.sectPr.addprevious(table_element(TABLE, Mm(174), (1, 2, 3)))
    document.add_paragraph()
    document.save(file)
    file.seek(0)
    return Document(file).tables[0]


def test_every_cell_reads_back(made: Any) -> None:
    assert [[cell.text for cell in row.cells] for row in made.rows] == [
        ["", "EUR & more", "<Note>"],
        ["Fees", "1,000.00", "a\nb"],
        ["Travel", "0.50", ""],
    ]
    assert made.style.name == "Table Grid"


def test_widths_stand_in_the_grid_and_in_each_cell_and_no_row_is_torn(made: Any) -> None:
    widths = [column.width for column in made.columns]
    assert [round(width / widths[0]) for width in widths] == [1, 2, 3]
    assert all([cell.width for cell in row.cells] == widths for row in made.rows)
    head, *rows = made.rows
    assert head._tr.trPr.find(qn("w:tblHeader")) is not None
    assert all(row._tr.trPr.find(qn("w:cantSplit")) is not None for row in rows)
    assert made.rows[1].cells[0].paragraphs[0].runs[0].bold
    assert not made.rows[1].cells[1].paragraphs[0].runs[0].bold
