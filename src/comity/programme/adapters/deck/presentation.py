"""The deck as a PPTX file, 16:9: real titles and lists, native tables and charts, sources in the notes."""

from __future__ import annotations

from io import BytesIO
from typing import Any

from pptx import Presentation
from pptx.util import Emu, Mm, Pt

from comity.programme.adapters.deck.bodies import draw
from comity.programme.adapters.deck.look import (
    ACCENT,
    BODY,
    EDGE,
    GOLD,
    HIGH,
    INSIDE,
    PAPER,
    SOFT,
    TOP,
    WIDE,
    block,
    place,
    write,
)
from comity.programme.rules.deck import Deck, Grid, Slide
from comity.stateofplay.adapters.imprint import imprint
from comity.stateofplay.adapters.signs import writable

_TITLE, _TITLE_ONLY = 0, 5
"""Places of “Title Slide” and “Title Only” among the layouts of the library's own presentation."""
_GAP = Mm(8)
_LONG = 60
"""Letters from which a title is set smaller."""


def as_pptx(deck: Deck) -> bytes:
    """The whole deck; the first and last slide are covers."""
    made = Presentation()
    made.slide_width, made.slide_height = WIDE, HIGH
    imprint(made, deck.title, deck.day)
    for slide in deck.slides:
        if slide is deck.slides[0]:
            shown = _cover(made, slide, (slide.lead, *deck.cover), deck)
        elif slide is deck.slides[-1]:
            shown = _cover(made, slide, deck.closing, deck)
        else:
            shown = _page(made, slide, deck)
        shown.notes_slide.notes_text_frame.text = writable("\n".join(slide.notes))
    file = BytesIO()
    made.save(file)
    return file.getvalue()


def _cover(made: Any, slide: Slide, lines: tuple[str, ...], deck: Deck) -> Any:
    shown = made.slides.add_slide(made.slide_layouts[_TITLE])
    _behind(shown, block(shown, 0, 0, WIDE, HIGH, ACCENT, "Ground"))
    block(shown, EDGE, Mm(84), Mm(40), Mm(1.6), GOLD, "Rule")
    place(shown.shapes.title, EDGE, Mm(44), INSIDE, Mm(36))
    write(shown.shapes.title.text_frame, (slide.title,), 40, PAPER, bold=True)
    _left(shown.shapes.title)
    under = shown.placeholders[1]
    place(under, EDGE, Mm(92), INSIDE, Mm(70))
    write(under.text_frame, lines, 18, PAPER)
    _left(under)
    _foot(shown, slide, deck, PAPER)
    return shown


def _page(made: Any, slide: Slide, deck: Deck) -> Any:
    shown = made.slides.add_slide(made.slide_layouts[_TITLE_ONLY])
    block(shown, 0, 0, Mm(4), HIGH, ACCENT, "Edge")
    block(shown, EDGE, Mm(26), Mm(28), Mm(1.2), GOLD, "Rule")
    place(shown.shapes.title, EDGE, Mm(8), INSIDE, Mm(17))
    write(shown.shapes.title.text_frame, (slide.title,), 26 if len(slide.title) < _LONG else 22, ACCENT, bold=True)
    _left(shown.shapes.title)
    top, high = int(TOP), int(BODY)
    if slide.lead and slide.lead != slide.title:
        lead = shown.shapes.add_textbox(EDGE, Emu(top - Mm(3)), INSIDE, Mm(14))
        write(lead.text_frame, (slide.lead,), 18, SOFT, bold=True)
        top, high = top + Mm(14), high - Mm(14)
    width = int(INSIDE)
    if slide.beside is not None:
        right = int(width * (0.3 if isinstance(slide.body, Grid) else 0.45))
        draw(shown, slide.beside, (EDGE + width - right, top, right, high))
        width -= right + _GAP
    if slide.body is not None:
        draw(shown, slide.body, (EDGE, top, width, high))
    _foot(shown, slide, deck, SOFT)
    return shown


def _foot(shown: Any, slide: Slide, deck: Deck, ink: Any) -> None:
    for left, text, to_the_right in ((EDGE, deck.site, False), (WIDE - EDGE - Mm(30), str(slide.number), True)):
        box = shown.shapes.add_textbox(Emu(left), Mm(178), Mm(90) if not to_the_right else Mm(30), Mm(8))
        write(box.text_frame, (text,), 11, ink)
        if to_the_right:
            box.text_frame.paragraphs[0].alignment = 3


def _left(shape: Any) -> None:
    """To the left, from the top: the library's own covers are centred."""
    shape.text_frame.vertical_anchor = 1
    for paragraph in shape.text_frame.paragraphs:
        paragraph.alignment = 1
        paragraph.space_after = Pt(6)


def _behind(shown: Any, shape: Any) -> None:
    """Below everything else, and read aloud by nobody before the title."""
    tree = shown.shapes._spTree
    tree.remove(shape._element)
    tree.insert(2, shape._element)
