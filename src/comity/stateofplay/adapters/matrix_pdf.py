"""The overview as an archival PDF that can be read aloud, its table a real one. What people typed goes in as data."""

from __future__ import annotations

from comity.stateofplay.adapters.archival import archival
from comity.stateofplay.adapters.charts.paper import on_paper
from comity.stateofplay.adapters.sheet import sheets
from comity.stateofplay.adapters.signs import writable
from comity.stateofplay.rules.matrix import Matrix
from comity.stateofplay.rules.pictures.overview import overview


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
    return archival("matrix", data, "overview")


def _printed(cells: tuple[tuple[str, ...], ...]) -> list[list[str]]:
    return [[writable(line) for line in lines] for lines in cells]
