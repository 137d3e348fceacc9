"""The overview as slides with a native table, to be shown and edited."""

from __future__ import annotations

from io import BytesIO
from typing import Any

from pptx import Presentation
from pptx.dml.color import RGBColor
from pptx.util import Emu, Mm, Pt

from comity.stateofplay.adapters.charts.paper import on_paper
from comity.stateofplay.adapters.imprint import imprint
from comity.stateofplay.adapters.sheet import Sheet, sheets
from comity.stateofplay.adapters.signs import writable
from comity.stateofplay.rules.matrix import Matrix
from comity.stateofplay.rules.pictures.overview import overview
from comity.stateofplay.rules.pictures.picture import Picture

_WIDE, _HIGH, _EDGE = Mm(338.7), Mm(190.5), Mm(10)
_hue: Any = RGBColor
_ACCENT, _WASH, _PAPER = _hue(0x1D, 0x3C, 0x6A), _hue(0xF3, 0xF6, 0xFA), _hue(0xFF, 0xFF, 0xFF)
_INK = _hue(0x14, 0x20, 0x2E)
_LONG = 60
"""Letters from which a title is set smaller."""
_TITLE_ONLY = 5
"""The place of “Title Only” among the layouts of python-pptx's own presentation."""


def as_pptx(matrix: Matrix) -> bytes:
    """A slide for each eight countries, 16:9, its title first, the sources in the notes; then the heat map."""
    deck = Presentation()
    deck.slide_width, deck.slide_height = _WIDE, _HIGH
    imprint(deck, matrix.title, matrix.day)
    for sheet in sheets(matrix):
        slide = deck.slides.add_slide(deck.slide_layouts[_TITLE_ONLY])
        _title(slide.shapes.title, matrix.title)
        _table(slide, sheet)
        slide.notes_slide.notes_text_frame.text = writable("\n".join(("Sources:", *matrix.sources)))
    _picture(deck, overview(matrix))
    file = BytesIO()
    deck.save(file)
    return file.getvalue()


def _picture(deck: Any, picture: Picture) -> None:
    """The heat map on a slide of its own; its words in the notes."""
    drawing = on_paper(picture, "png")
    if drawing is None:
        return
    slide = deck.slides.add_slide(deck.slide_layouts[_TITLE_ONLY])
    _title(slide.shapes.title, writable(picture.title))
    shape = slide.shapes.add_picture(BytesIO(drawing), _EDGE, Mm(26), height=Mm(156))
    if shape.width > _WIDE - 2 * _EDGE:
        shape.height, shape.width = int(shape.height * (_WIDE - 2 * _EDGE) / shape.width), Emu(_WIDE - 2 * _EDGE)
    shape.left = Emu((_WIDE - shape.width) // 2)
    shape._element.nvPicPr.cNvPr.set("descr", writable(f"{picture.title}. {picture.words}"))
    slide.notes_slide.notes_text_frame.text = writable(f"{picture.words}\n{picture.table.note}")


def _title(shape: Any, text: str) -> None:
    shape.left, shape.top, shape.width, shape.height = _EDGE, Mm(5), Emu(_WIDE - 2 * _EDGE), Mm(16)
    shape.text_frame.text = text
    font = shape.text_frame.paragraphs[0].runs[0].font
    font.size, font.bold, font.color.rgb = Pt(24 if len(text) < _LONG else 18), True, _ACCENT


def _table(slide: Any, sheet: Sheet) -> None:
    width = Emu(_WIDE - 2 * _EDGE)
    frame = slide.shapes.add_table(1 + len(sheet.rows), 1 + len(sheet.head), _EDGE, Mm(24), width, Mm(150))
    frame.name = "State of Play"
    table = frame.table
    table.first_row, table.first_col, table.horz_banding = True, True, False
    for column in table.columns:
        column.width = Emu(width // (1 + len(sheet.head)))
    table.rows[0].height = Mm(9)
    for place, name in enumerate(("", *sheet.head)):
        _fill(table.cell(0, place), (name,), _ACCENT, _PAPER, bold=True)
    for line, (label, cells) in enumerate(sheet.rows, 1):
        table.rows[line].height = Mm(20)
        _fill(table.cell(line, 0), (label,), _WASH, _INK, bold=True)
        for place, lines in enumerate(cells, 1):
            _fill(table.cell(line, place), lines, _PAPER, _INK)


def _fill(cell: Any, lines: tuple[str, ...], ground: RGBColor, ink: RGBColor, *, bold: bool = False) -> None:
    cell.fill.solid()
    cell.fill.fore_color.rgb = ground
    cell.margin_left = cell.margin_right = Mm(1.5)
    cell.margin_top = cell.margin_bottom = Mm(1)
    cell.text_frame.text = writable("\n".join(lines))
    for paragraph in cell.text_frame.paragraphs:
        for run in paragraph.runs:
            run.font.size, run.font.bold, run.font.color.rgb = Pt(11), bold, ink
