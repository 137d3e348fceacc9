"""A letter as a text document (DOCX) with real styles, for those who must edit it. Made from the letter alone: no
template, no macro, nothing that is typed is read as anything but text.
"""

from __future__ import annotations

import re
from datetime import UTC, datetime
from io import BytesIO
from typing import Any

from docx import Document
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Mm, Pt, RGBColor

from comity.documents.adapters.office.word_parts import (
    field,
    plain_letters,
    repeated,
    shaded,
    spoken,
    spoken_here,
    unbroken,
)
from comity.documents.rules.letter import Letter, Row, Tick
from comity.documents.rules.outline import Outline, OutlinePart, outline
from comity.documents.rules.printable import as_printed, check_printable

MEDIA_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"

_STYLES = ("Normal", "Title", "Subtitle", "Heading 1", "List Bullet", "Header", "Footer")
_EXACT = "Exact"
"""The style of identifiers: 0 and O, 1 and l differ."""
_NOTE = "Note"
_COUNTS = {"{number}": "PAGE", "{total}": "NUMPAGES"}
_BOXES = {True: "☑", False: "☐"}
_rgb: Any = RGBColor
_ACCENT, _QUIET = _rgb(0x1D, 0x3C, 0x6A), _rgb(0x55, 0x60, 0x6E)
_HEAD, _LABELS = Mm(58), Mm(108)


def word_file(letter: Letter, *, draft: bool) -> bytes:
    """The document, A4. Raises NotPrintable, naming the place, for what no paper can show."""
    check_printable(letter)
    told = outline(letter, draft=draft)
    document = Document()
    _lay_out(document, letter, told)
    _begin(document, told)
    for part in told.parts:
        _part(document, part, told)
    if told.closing:
        _say(document, told.closing).paragraph_format.keep_with_next = True
    _table(document, told.end, told)
    if told.checking:
        _say(document, told.checking, style=_NOTE)
    file = BytesIO()
    document.save(file)
    return file.getvalue()


def _lay_out(document: Any, letter: Letter, told: Outline) -> None:
    page = document.sections[0]
    page.page_width, page.page_height = Mm(210), Mm(297)
    page.left_margin = page.right_margin = page.top_margin = page.bottom_margin = Mm(22)
    _dress(document, letter.language)
    own = document.core_properties
    own.title, own.author = as_printed(f"{letter.title} {letter.reference}"), as_printed(letter.signatory.organisation)
    own.language, own.comments, own.subject = letter.language, told.standing, as_printed(letter.subtitle)
    own.created = own.modified = datetime(letter.date.year, letter.date.month, letter.date.day, tzinfo=UTC)
    _add(page.header.paragraphs[0], told.standing).bold = True
    page.header.paragraphs[0].paragraph_format.space_after = Pt(10)
    foot = page.footer.paragraphs[0]
    _add(foot, f"{letter.reference} \N{EN DASH} ")
    for piece in re.split(r"(\{number\}|\{total\})", told.words.page):
        if piece in _COUNTS:
            field(foot, _COUNTS[piece])
        elif piece:
            _add(foot, piece)


def _dress(document: Any, language: str) -> None:
    """Text and headings in one family; identifiers and small print have styles of their own."""
    spoken(document, language)
    plain_letters(document, "Calibri", _STYLES)
    styles = document.styles
    styles["Normal"].font.size = Pt(10.5)
    styles["Normal"].paragraph_format.space_after = Pt(4)
    for name in ("Title", "Subtitle", "Heading 1"):
        styles[name].font.color.rgb = _ACCENT
    styles["Title"].font.size, styles["Subtitle"].font.size = Pt(22), Pt(11)
    styles["Subtitle"].font.italic = False
    styles["Heading 1"].font.size = Pt(12)
    styles["Heading 1"].paragraph_format.space_before = Pt(14)
    for name, size in ((_EXACT, Pt(9.5)), (_NOTE, Pt(8.5))):
        made = styles.add_style(name, 1)
        made.base_style, made.font.size = styles["Normal"], size
    styles[_EXACT].font.name = "Consolas"
    styles[_NOTE].font.color.rgb = _QUIET


def _begin(document: Any, told: Outline) -> None:
    for line in told.letterhead:
        _say(document, line).runs[0].bold = True
    document.add_heading(as_printed(told.title), level=0)
    if told.subtitle:
        _say(document, told.subtitle, style="Subtitle")
    _table(document, told.head, told)


def _part(document: Any, part: OutlinePart, told: Outline) -> None:
    document.add_heading(as_printed(part.heading), level=1)
    for position, line in enumerate(part.lead):
        _say(document, line).runs[0].bold = position == 0
    for note in part.notes:
        _say(document, note, style=_NOTE).paragraph_format.keep_with_next = True
    _table(document, part.rows, told)


def _table(document: Any, rows: tuple[Row, ...], told: Outline) -> None:
    """Label and value side by side under a head of their own; a row without a label takes the whole width."""
    if not rows:
        return
    made = document.add_table(rows=1 + len(rows), cols=2)
    made.style, made.autofit = "Table Grid", False
    _hairlines(made)
    for column, width in zip(made.columns, (_HEAD, _LABELS), strict=True):
        column.width = width
    head, *grid = made.rows
    repeated(head)
    for cell, name in zip(head.cells, (told.words.field, told.words.content), strict=True):
        shaded(cell, "F3F6FA")
        _add(cell.paragraphs[0], name, style=_NOTE)
    for line, row in zip(grid, rows, strict=True):
        unbroken(line)
        label, value = line.cells
        label.width, value.width = _HEAD, _LABELS
        _fill(label, value, row, told.words.nothing)
        for paragraph in (*label.paragraphs, *value.paragraphs):
            if row.language not in {"", told.language}:
                spoken_here(paragraph, row.language)
            paragraph.paragraph_format.space_before = paragraph.paragraph_format.space_after = Pt(2)
    document.add_paragraph().paragraph_format.space_after = Pt(0)


def _fill(label: Any, value: Any, row: Row, nothing: str) -> None:
    where = value if row.label else label.merge(value)
    if row.label:
        _add(label.paragraphs[0], row.label).bold = True
    _value(where, row, nothing)
    if row.note:
        _add((label if row.label else where).add_paragraph(), row.note, style=_NOTE)


def _value(cell: Any, row: Row, nothing: str) -> None:
    exact = _EXACT if row.exact else None
    first = cell.paragraphs[0]
    if isinstance(row.value, str):
        _add(first, row.value or nothing, style=exact)
        return
    values: tuple[str | Tick, ...] = row.value
    if not values:
        _add(first, nothing)
    for position, item in enumerate(values):
        paragraph = cell.add_paragraph() if position else first
        if isinstance(item, Tick):
            _add(paragraph, f"{_BOXES[item.chosen]} {item.label}").bold = item.chosen
        else:
            _add(paragraph, item, style=exact or "List Bullet")


def _say(document: Any, text: str, *, style: str | None = None) -> Any:
    paragraph = document.add_paragraph()
    _add(paragraph, text, style=style)
    return paragraph


def _add(paragraph: Any, text: str, *, style: str | None = None) -> Any:
    """The text as it was typed, its line breaks kept; the run that holds it."""
    if style:
        paragraph.style = style
    return paragraph.add_run(as_printed(text))


def _hairlines(table: Any) -> None:
    """Thin lines between rows, none around: as the form in type has them."""
    borders = OxmlElement("w:tblBorders")
    for side in ("top", "left", "bottom", "right", "insideH", "insideV"):
        line = OxmlElement(f"w:{side}")
        for name, value in (("val", "single"), ("sz", "4"), ("space", "0"), ("color", "C3CBD6")):
            line.set(qn(f"w:{name}"), value)
        borders.append(line)
    table._tbl.tblPr.append(borders)
