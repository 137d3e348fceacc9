"""The report as a text document with real styles, for those who must edit: headings, lists, captions, tables."""

from __future__ import annotations

from io import BytesIO
from typing import Any

from docx import Document
from docx.enum.section import WD_ORIENT, WD_SECTION
from docx.shared import Mm, Pt, RGBColor

from comity.documents.adapters.office.word_parts import field
from comity.stateofplay.adapters.charts.paper import on_paper
from comity.stateofplay.adapters.imprint import imprint
from comity.stateofplay.adapters.signs import writable
from comity.stateofplay.adapters.widths import weights
from comity.stateofplay.adapters.word import described, plain_letters, styled
from comity.stateofplay.adapters.word_table import table_element
from comity.stateofplay.rules.pictures.picture import Picture, Table
from comity.stateofplay.rules.report import Block, Bullets, Figure, Grid, Paragraph, Report

_SHORT, _LONG = Mm(210), Mm(297)
_ROOM = 174
"""Millimetres between the margins of an upright page."""
_hue: Any = RGBColor
_ACCENT = _hue(0x1D, 0x3C, 0x6A)


def as_docx(report: Report) -> bytes:
    """A4; wide tables on pages turned on their side; each chart a picture with its text alternative."""
    document = Document()
    _lay_out(document, report)
    document.add_heading(writable(report.title), level=0)
    document.add_paragraph(writable(report.subtitle), style="Subtitle")
    for section in report.sections:
        heading = document.add_heading(writable(section.heading), level=1)
        heading.paragraph_format.page_break_before = section.page
        for block in section.blocks:
            _write(document, block)
    file = BytesIO()
    document.save(file)
    return file.getvalue()


def _lay_out(document: Any, report: Report) -> None:
    page = document.sections[0]
    page.page_width, page.page_height = _SHORT, _LONG
    page.left_margin = page.right_margin = page.top_margin = page.bottom_margin = Mm(18)
    plain_letters(document)
    document.styles["Normal"].font.size = Pt(9 if report.short else 10)
    document.styles["Normal"].paragraph_format.space_after = Pt(4)
    for name in ("Title", "Heading 1", "Caption"):
        document.styles[name].font.color.rgb = _ACCENT
    imprint(document, report.title, report.day)
    foot = page.footer.paragraphs[0]
    foot.add_run(f"{writable(report.title)} – ")
    field(foot, "PAGE")
    foot.add_run(" of ")
    field(foot, "NUMPAGES")


def _write(document: Any, block: Block) -> None:
    match block:
        case Paragraph(text):
            document.add_paragraph(writable(text))
        case Bullets(items):
            for item in items:
                styled(document, writable(item), "ListBullet")
        case Grid(table, across):
            if across:
                _turn(document, WD_ORIENT.LANDSCAPE)
            styled(document, writable(table.caption), "Caption").paragraph_format.keep_with_next = True
            _table(document, table)
            if across:
                _turn(document, WD_ORIENT.PORTRAIT)
        case Figure(picture, height):
            _figure(document, picture, height)


def _turn(document: Any, way: Any) -> None:
    page = document.add_section(WD_SECTION.NEW_PAGE)
    page.orientation = way
    upright = way == WD_ORIENT.PORTRAIT
    page.page_width, page.page_height = (_SHORT, _LONG) if upright else (_LONG, _SHORT)


def _table(document: Any, table: Table) -> None:
    page = document.element.body.sectPr
    room = page.page_width - 2 * page.left_margin
    page.addprevious(table_element(table, room, weights(table)))
    document.add_paragraph()


def _figure(document: Any, picture: Picture, height: int) -> None:
    drawing = on_paper(picture, "png")
    document.add_paragraph(writable(picture.title), style="Caption").paragraph_format.keep_with_next = True
    if drawing is None:
        document.add_paragraph(writable(picture.words))
        return
    shape = document.add_picture(BytesIO(drawing))
    described(shape, writable(f"{picture.title}. {picture.words}"))
    scale = min(Mm(_ROOM) / shape.width, Mm(height) / shape.height)
    shape.width, shape.height = int(shape.width * scale), int(shape.height * scale)
