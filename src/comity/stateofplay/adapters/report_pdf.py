"""The report as an archival PDF that can be read aloud; its charts are drawn as lines, with their text alternative."""

from __future__ import annotations

from typing import Any

from comity.stateofplay.adapters.archival import archival
from comity.stateofplay.adapters.charts.paper import on_paper
from comity.stateofplay.adapters.signs import writable
from comity.stateofplay.adapters.widths import weights
from comity.stateofplay.rules.report import Block, Bullets, Figure, Grid, Paragraph, Report


def as_pdf(report: Report) -> bytes:
    """PDF/A-3b and PDF/UA-1. The same report gives the same bytes. Raises FontsMissing; ValueError for a sign that no
    font has."""
    data = {
        "title": writable(report.title),
        "subtitle": writable(report.subtitle),
        "day": report.day.isoformat(),
        "short": report.short,
        "sections": [
            {"heading": writable(part.heading), "page": part.page, "blocks": [_block(block) for block in part.blocks]}
            for part in report.sections
        ],
    }
    return archival("report", data, "report")


def _block(block: Block) -> dict[str, Any]:
    match block:
        case Paragraph(text):
            return {"kind": "paragraph", "text": writable(text)}
        case Bullets(items):
            return {"kind": "bullets", "items": [writable(item) for item in items]}
        case Grid(table, across):
            rows = [[_lines(name), *(_lines(cell) for cell in cells)] for name, cells in table.rows]
            head = [writable(name) for name in table.head]
            made = {"kind": "table", "caption": writable(table.caption), "head": head, "rows": rows, "across": across}
            return {**made, "weights": weights(table)}
        case Figure(picture, height):
            drawing = on_paper(picture, "svg")
            return {
                "kind": "figure",
                "caption": writable(picture.title),
                "words": writable(picture.words),
                "svg": drawing.decode() if drawing else "",
                "height": height,
            }


def _lines(text: str) -> list[str]:
    return writable(text).split("\n")
