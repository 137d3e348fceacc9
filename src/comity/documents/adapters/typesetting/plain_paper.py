"""A plain paper set as PDF: some lines of text under one another, such as the demonstration world attaches to letters.

What is set goes in as data; no text is ever read as markup. Letters have forms of their own (`typesetting`).
"""

from __future__ import annotations

import json
from collections.abc import Sequence

import typst

from comity.documents.adapters.typesetting.fonts import fonts

_FORM = b"""
#let paper = json(bytes(sys.inputs.paper))
#set document(title: paper.title, date: none)
#set page(paper: "a4", margin: 2.5cm)
#set text(font: ("Noto Sans", "Noto Sans Georgian", "Noto Sans Armenian", "DejaVu Sans"), fallback: false, size: 11pt)
#text(size: 18pt, weight: 700, paper.lines.first())
#for line in paper.lines.slice(1) { parbreak(); line }
"""


def set_plainly(title: str, lines: Sequence[str]) -> bytes:
    """The first of `lines` large, the others below it. The same lines give the same bytes."""
    compiler = typst.Compiler(font_paths=fonts(), ignore_system_fonts=True)
    paper = json.dumps({"title": title, "lines": list(lines)}, ensure_ascii=False)
    made = compiler.compile(input=_FORM, sys_inputs={"paper": paper}, format="pdf")
    if not isinstance(made, bytes):
        raise TypeError("One PDF is one file.")
    return made
