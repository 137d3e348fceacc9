"""The overview as an archival PDF that can be read aloud, its table a real one. What people typed goes in as data."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any, Literal

import typst

from comity.documents.adapters.fonts import fonts
from comity.stateofplay.adapters.charts.paper import on_paper
from comity.stateofplay.adapters.sheet import sheets
from comity.stateofplay.adapters.signs import writable
from comity.stateofplay.rules.matrix import Matrix
from comity.stateofplay.rules.pictures.overview import overview

_STANDARDS: list[Literal["a-3b", "ua-1"]] = ["a-3b", "ua-1"]
"""As letters: archival, and readable aloud."""

_FORM = Path(__file__).resolve().parents[1] / "forms" / "matrix.typ"


def as_pdf(matrix: Matrix) -> bytes:
    """PDF/A-3b and PDF/UA-1, A4 across. The same overview gives the same bytes. Raises FontsMissing.

    A sign that no font has raises ValueError.
    """
    picture = overview(matrix)
    drawing = on_paper(picture, "svg")
    data = {
        "picture": {"caption": writable(picture.title), "words": writable(picture.words), "note": picture.table.note},
        "svg": drawing.decode() if drawing else "",
        "title": matrix.title,
        "day": matrix.day.isoformat(),
        "tables": [
            {"head": sheet.head, "rows": [{"label": label, "cells": _printed(cells)} for label, cells in sheet.rows]}
            for sheet in sheets(matrix)
        ],
        "sources": [writable(source) for source in matrix.sources],
    }
    written = json.dumps(data, ensure_ascii=False)
    compiler: Any = typst.Compiler(font_paths=fonts(), ignore_system_fonts=True)
    try:
        made = compiler.compile(
            input=_FORM.read_bytes(),
            root=_FORM.parent,
            sys_inputs={"matrix": written},
            format="pdf",
            pdf_standards=_STANDARDS,
        )
    except typst.TypstError as problem:
        raise ValueError(f"The overview cannot be printed: {problem.message}") from problem
    return bytes(made)


def _printed(cells: tuple[tuple[str, ...], ...]) -> list[list[str]]:
    return [[writable(line) for line in lines] for lines in cells]
