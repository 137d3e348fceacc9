"""What stands on a slide: lines, groups, tables, charts and the drawing of the rationale, all editable."""

from __future__ import annotations

from typing import Any

from pptx.chart.data import CategoryChartData
from pptx.enum.chart import XL_CHART_TYPE
from pptx.util import Emu, Mm, Pt

from comity.programme.adapters.deck.look import ACCENT, GOLD, INK, PAPER, SOFT, WASH, block, described, write
from comity.programme.rules.deck import Bars, Block, Grid, Groups, Lines, Pillars
from comity.stateofplay.adapters.signs import writable

_chart_data: Any = CategoryChartData
Box = tuple[int, int, int, int]
"""Left, top, width and height."""


_MANY = 700
"""Letters on a slide from which they are set smaller."""
_ABREAST = 3
"""Groups from which two stand side by side."""


def draw(slide: Any, what: Block, box: Box) -> None:
    match what:
        case Lines():
            _lines(slide, what, box)
        case Groups():
            _groups(slide, what, box)
        case Grid():
            _grid(slide, what, box)
        case Bars():
            _bars(slide, what, box)
        case Pillars():
            _pillars(slide, what, box)


def _lines(slide: Any, lines: Lines, box: Box) -> None:
    frame = slide.shapes.add_textbox(*map(Emu, box)).text_frame
    write(frame, lines.items, 20 if sum(map(len, lines.items)) < _MANY else 17)
    for number, paragraph in enumerate(frame.paragraphs, 1):
        _marked(paragraph, f"{number}." if lines.numbered else "")
        paragraph.space_after = Pt(8)


def _groups(slide: Any, groups: Groups, box: Box) -> None:
    """Each with its heading, in two columns from three on."""
    left, top, width, height = box
    columns = 2 if len(groups.groups) >= _ABREAST else 1
    rows = -(-len(groups.groups) // columns)
    gap = int(Mm(6))
    wide, high = (width - gap * (columns - 1)) // columns, (height - gap * (rows - 1)) // rows
    for place, (heading, points) in enumerate(groups.groups):
        x, y = left + (place % columns) * (wide + gap), top + (place // columns) * (high + gap)
        card = block(slide, x, y, wide, high if rows > 1 else high * (1 + len(points)) // 8, WASH, heading[:40])
        frame = card.text_frame
        frame.vertical_anchor = 1
        frame.margin_left = frame.margin_right = Mm(5)
        write(frame, (heading, *points), 14 if columns > 1 else 20)
        first, *rest = frame.paragraphs
        first.runs[0].font.bold, first.runs[0].font.color.rgb, first.runs[0].font.size = (
            True,
            ACCENT,
            Pt(16 if columns > 1 else 22),
        )
        for paragraph in (first, *rest):
            paragraph.alignment, paragraph.space_after = 1, Pt(5)
        for paragraph in rest:
            _marked(paragraph, "")


def _grid(slide: Any, grid: Grid, box: Box) -> None:
    left, top, width, height = box
    rows = [grid.head, *grid.rows] if grid.head else list(grid.rows)
    frame = slide.shapes.add_table(len(rows), len(grid.shares), Emu(left), Emu(top), Emu(width), Mm(6) * len(rows))
    frame.name = grid.name
    table = frame.table
    table.first_row, table.first_col, table.horz_banding = bool(grid.head), len(grid.shares) > 1, False
    for column, share in zip(table.columns, grid.shares, strict=True):
        column.width = Emu(width * share // sum(grid.shares))
    for row in table.rows:
        row.height = Emu(min(int(Mm(24)), height // len(rows)))
    for line, texts in enumerate(rows):
        is_head = bool(grid.head) and line == 0
        for place, text in enumerate(texts):
            first = place == 0 and len(grid.shares) > 1
            _cell(table.cell(line, place), text, grid.size, is_head=is_head, is_name=first)
    if grid.head:
        table.rows[0].height = Mm(8)


def _cell(cell: Any, text: str, size: int, *, is_head: bool, is_name: bool) -> None:
    cell.fill.solid()
    cell.fill.fore_color.rgb = ACCENT if is_head else WASH if is_name else PAPER
    cell.margin_left = cell.margin_right = Mm(2)
    cell.margin_top = cell.margin_bottom = Mm(0.8)
    cell.vertical_anchor = 3
    write(cell.text_frame, tuple(text.split("\n")), size, PAPER if is_head else INK, bold=is_head or is_name)


def _bars(slide: Any, bars: Bars, box: Box) -> None:
    """A native chart: its figures can be edited where it is shown."""
    left, top, width, height = box
    data: Any = _chart_data(number_format=bars.form)
    data.categories = bars.names
    data.add_series(bars.unit, bars.values)
    high = min(height, int(Mm(110)))
    frame = slide.shapes.add_chart(XL_CHART_TYPE.COLUMN_CLUSTERED, Emu(left), Emu(top), Emu(width), Emu(high), data)
    described(frame, f"{bars.title}. {bars.words}")
    chart = frame.chart
    chart.has_legend, chart.has_title = False, True
    write(chart.chart_title.text_frame, (bars.title,), 13, SOFT, bold=True)
    chart.value_axis.visible, chart.value_axis.has_major_gridlines = False, False
    chart.value_axis.minimum_scale = 0
    chart.category_axis.tick_labels.font.size = Pt(11)
    chart.category_axis._element.txPr.bodyPr.set("rot", "0")  # level: words that lean are hard to read from a seat
    chart.category_axis.format.line.color.rgb = SOFT
    plot = chart.plots[0]
    plot.gap_width, plot.has_data_labels = 60, True
    plot.data_labels.number_format, plot.data_labels.number_format_is_linked = bars.form, False
    plot.data_labels.font.size = Pt(12)
    plot.series[0].format.fill.solid()
    plot.series[0].format.fill.fore_color.rgb = ACCENT


def _pillars(slide: Any, pillars: Pillars, box: Box) -> None:
    left, top, width, height = box
    gap, roof, ground = int(Mm(5)), int(Mm(32)), int(Mm(30))
    middle = height - roof - ground - 2 * gap
    _stone(slide, pillars.roof, (left, top, width, roof), ACCENT)
    each = (width - gap * (len(pillars.pillars) - 1)) // max(len(pillars.pillars), 1)
    for place, words in enumerate(pillars.pillars):
        _stone(slide, words, (left + place * (each + gap), top + roof + gap, each, middle), WASH)
    _stone(slide, pillars.ground, (left, top + height - ground, width, ground), GOLD)


def _stone(slide: Any, words: tuple[str, str], box: Box, ground: Any) -> None:
    shape = block(slide, *box, ground, words[0][:40])
    ink = PAPER if ground is ACCENT else INK
    write(shape.text_frame, tuple(filter(None, words)), 17, ink)
    shape.text_frame.vertical_anchor = 3
    for place, paragraph in enumerate(shape.text_frame.paragraphs):
        paragraph.alignment = 2
        paragraph.space_after = Pt(4)
        if place == 0 and paragraph.runs:
            paragraph.runs[0].font.bold, paragraph.runs[0].font.size = True, Pt(20)


def _marked(paragraph: Any, number: str) -> None:
    """A real list: the program that shows it draws the mark and hangs the lines below it."""
    properties = paragraph._p.get_or_add_pPr()
    properties.set("marL", str(int(Mm(8))))
    properties.set("indent", str(-int(Mm(8))))
    name = "a:buAutoNum" if number else "a:buChar"
    mark = properties.makeelement(_qualified(name), {"type": "arabicPeriod"} if number else {"char": writable("•")})
    properties.append(mark)


def _qualified(name: str) -> str:
    from pptx.oxml.ns import qn

    return str(qn(name))
