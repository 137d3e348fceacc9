"""A table of a text document, written as the format has it: a report has thousands of rows, and the library for text
documents takes a millisecond for each. It looks as `word.dressed` makes the small ones look.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any
from xml.sax.saxutils import escape

from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls

from comity.stateofplay.adapters.signs import writable
from comity.stateofplay.adapters.word import INK, SMALL, SOFT
from comity.stateofplay.rules.pictures.picture import Table

_TWENTIETHS = 635
"""Units of the library in a twentieth of a point, which is the format's own."""
_HALF_POINTS = 6350
_SIZE = f'<w:sz w:val="{SMALL // _HALF_POINTS}"/>'
_BOLD, _WHITE = "<w:b/>", '<w:color w:val="FFFFFF"/>'


def table_element(table: Table, room: int, shares: Sequence[int]) -> Any:
    """Columns of `room` by their shares; a head that is repeated, and rows that no page breaks."""
    widths = [room * share // sum(shares) // _TWENTIETHS for share in shares]
    grid = "".join(f'<w:gridCol w:w="{width}"/>' for width in widths)
    head = "".join(_cell(name, width, INK, _BOLD + _WHITE) for name, width in zip(table.head, widths, strict=True))
    rows = "".join(_row(label, cells, widths) for label, cells in table.rows)
    return parse_xml(
        f"<w:tbl {nsdecls('w')}>"
        '<w:tblPr><w:tblStyle w:val="TableGrid"/><w:tblW w:type="auto" w:w="0"/><w:tblLayout w:type="fixed"/>'
        '<w:tblCellMar><w:left w:w="57" w:type="dxa"/><w:right w:w="57" w:type="dxa"/></w:tblCellMar>'
        '<w:tblLook w:val="04A0" w:firstRow="1" w:lastRow="0" w:firstColumn="1" w:lastColumn="0" w:noHBand="0" '
        'w:noVBand="1"/></w:tblPr>'
        f'<w:tblGrid>{grid}</w:tblGrid><w:tr><w:trPr><w:tblHeader w:val="true"/></w:trPr>{head}</w:tr>{rows}</w:tbl>'
    )


def _row(label: str, cells: Sequence[str], widths: Sequence[int]) -> str:
    first, *others = widths
    told = "".join(_cell(text, width) for text, width in zip(cells, others, strict=True))
    return f"<w:tr><w:trPr><w:cantSplit/></w:trPr>{_cell(label, first, SOFT, _BOLD)}{told}</w:tr>"


def _cell(text: str, width: int, ground: str = "", look: str = "") -> str:
    filled = f'<w:shd w:val="clear" w:color="auto" w:fill="{ground}"/>' if ground else ""
    lines = "<w:br/>".join(f'<w:t xml:space="preserve">{escape(line)}</w:t>' for line in writable(text).split("\n"))
    return (
        f'<w:tc><w:tcPr><w:tcW w:type="dxa" w:w="{width}"/>{filled}</w:tcPr>'
        '<w:p><w:pPr><w:spacing w:before="20" w:after="20"/></w:pPr>'
        f"<w:r><w:rPr>{look}{_SIZE}</w:rPr>{lines}</w:r></w:p></w:tc>"
    )
