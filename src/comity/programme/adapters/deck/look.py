"""How the deck looks: its page, its colours, its letters. Draws nothing itself."""

from __future__ import annotations

from typing import Any

from pptx.dml.color import RGBColor
from pptx.util import Emu, Mm, Pt

from comity.stateofplay.adapters.signs import writable

_hue: Any = RGBColor
WIDE, HIGH, EDGE = Mm(338.7), Mm(190.5), Mm(14)
INSIDE = Emu(WIDE - 2 * EDGE)
TOP = Mm(34)
"""Where the body of a slide begins."""
BODY = Mm(140)
"""How high it may be."""
ACCENT, GOLD, WASH = _hue(0x1D, 0x3C, 0x6A), _hue(0xE3, 0xA6, 0x2B), _hue(0xF3, 0xF6, 0xFA)
PAPER, INK, SOFT = _hue(0xFF, 0xFF, 0xFF), _hue(0x14, 0x20, 0x2E), _hue(0x4C, 0x5A, 0x6B)


def write(frame: Any, lines: tuple[str, ...], size: int, ink: RGBColor = INK, *, bold: bool = False) -> None:
    """Fill a text frame, a paragraph a line, all in one look."""
    frame.word_wrap = True
    frame.text = writable("\n".join(lines))
    for paragraph in frame.paragraphs:
        for run in paragraph.runs:
            run.font.size, run.font.bold, run.font.color.rgb = Pt(size), bold, ink


def place(shape: Any, left: int, top: int, width: int, height: int) -> None:
    """Where a shape stands, in the units of the format."""
    shape.left, shape.top, shape.width, shape.height = Emu(left), Emu(top), Emu(width), Emu(height)


def block(slide: Any, left: int, top: int, width: int, height: int, ground: RGBColor, name: str) -> Any:
    """A filled rectangle without a line."""
    shape = slide.shapes.add_shape(1, Emu(left), Emu(top), Emu(width), Emu(height))
    shape.name = name
    shape.fill.solid()
    shape.fill.fore_color.rgb = ground
    shape.line.fill.background()
    shape.shadow.inherit = False
    return shape


def described(shape: Any, words: str) -> None:
    """The text alternative of a drawing or chart."""
    shape._element.xpath(".//p:cNvPr")[0].set("descr", writable(words))
