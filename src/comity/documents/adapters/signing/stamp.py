"""The visible stamp of a signature: who, by which right, when. Drawn by the same press as letters, fonts included.

It may look otherwise tomorrow without changing a signed letter: it is drawn once, when somebody signs, and what was
drawn is part of the bytes that the signature covers. Nothing draws it again; a letter that is set again is set as it
was before anybody signed, with its places empty.
"""

from __future__ import annotations

import io
import json
from dataclasses import dataclass
from datetime import datetime

import typst
from pyhanko.pdf_utils import generic
from pyhanko.pdf_utils.generic import pdf_name
from pyhanko.pdf_utils.layout import BoxConstraints
from pyhanko.pdf_utils.reader import PdfFileReader
from pyhanko.pdf_utils.writer import BasePdfFileWriter
from pyhanko.stamp.base import BaseStamp, BaseStampStyle

from comity.documents.adapters.typesetting.fonts import fonts

_FORM = """
#let said = json(bytes(sys.inputs.said))
#let ink = rgb("#1b2a4a")
#set page(width: said.width * 1pt, height: said.height * 1pt, margin: (x: 5pt, y: 4pt))
#set text(font: ("Noto Sans", "Noto Sans Georgian", "Noto Sans Armenian", "DejaVu Sans"), fill: ink)
#set par(leading: 0.4em, spacing: 0.5em)
#set document(title: "Stamp", date: datetime(year: 2000, month: 1, day: 1))
#let lines = {
  text(weight: 700, said.title)
  for line in said.lines { linebreak(); line }
}
#layout(room => context {
  let sizes = (8pt, 7pt, 6pt, 5pt, 4pt, 3pt)
  let fitting = sizes.filter(size => measure(text(size: size, lines), width: room.width).height <= room.height)
  text(size: fitting.at(0, default: 2pt), lines)
})
"""


@dataclass(frozen=True)
class Stamp(BaseStampStyle):
    """What stands in the place that a letter keeps for this signature."""

    name: str = ""
    mandate: str = ""
    moment: datetime | None = None

    def create_stamp(self, writer: BasePdfFileWriter, box: BoxConstraints, text_params: dict[str, str]) -> _Drawn:  # noqa: ARG002
        return _Drawn(writer, self, box)

    def drawn(self, width: float, height: float) -> bytes:
        """A PDF with one page of this size, in points."""
        when = f"{self.moment:%-d %B %Y, %H:%M:%S} UTC" if self.moment else ""
        for lines in ((self.name, self.mandate, when), (when,)):  # a name may be in an alphabet that no font here has
            said = {
                "width": width,
                "height": height,
                "title": "Electronically signed",
                "lines": [line for line in lines if line],
            }
            try:
                made: bytes = typst.compile(
                    _FORM.encode(),
                    font_paths=fonts(),
                    ignore_system_fonts=True,
                    sys_inputs={"said": json.dumps(said)},
                    format="pdf",
                    pdf_standards="a-3b",
                    pdf_tags=False,
                )
            except typst.TypstError:
                continue
            return made
        raise RuntimeError("The stamp's own words cannot be drawn.")


class _Drawn(BaseStamp):
    """A stamp as the signer asks for it: its page becomes the look of the field."""

    style: Stamp

    def apply_appearance(self, annotation: generic.DictionaryObject) -> None:
        assert self.writer is not None  # noqa: S101  it is given when the stamp is made
        drawn = self.style.drawn(float(self.box.width), float(self.box.height))
        page = self.writer.import_page_as_xobject(PdfFileReader(io.BytesIO(drawn)))
        look = {pdf_name("/N"): page}
        annotation[pdf_name("/AP")] = generic.DictionaryObject(look)  # type: ignore[no-untyped-call]
