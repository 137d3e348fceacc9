"""The overview as text for other programs: JSON, CSV, Markdown. Cells hold what `Matrix` holds, word for word."""

from __future__ import annotations

import json
from typing import Any

from comity.stateofplay.rules.matrix import NOT_KNOWN, Cell, Matrix, Statement
from comity.stateofplay.rules.plain_cells import table_as_csv
from comity.stateofplay.rules.tabular import marked


def as_json(matrix: Matrix) -> str:
    """Everything, with sources and days. A cell of which nothing is known has no entries and `known` false."""
    return json.dumps(
        {
            "at": matrix.day.isoformat(),
            "packs": matrix.packs,
            "countries": [{"code": code, "name": name} for code, name in matrix.countries],
            "rows": [
                {"topic": row.topic.value, "label": row.topic.label, "cells": [_cell(cell) for cell in row.cells]}
                for row in matrix.rows
            ],
        },
        indent=1,
        ensure_ascii=False,
    )


def _cell(cell: Cell) -> dict[str, Any]:
    return {
        "country": cell.country,
        "known": bool(cell.statements),
        "disputed": cell.disputed,
        "entries": list(cell.entries),
        "statements": [_statement(said) for said in cell.statements],
    }


def _statement(said: Statement) -> dict[str, Any]:
    return {
        "entries": list(said.entries),
        "source": said.fact.source,
        "at": said.fact.pinpoint,
        "observed": said.observed.isoformat(),
        "checked": said.fact.checked.isoformat(),
        "confidence": said.fact.confidence,
        "assessment": said.assessment,
        "note": said.fact.note,
    }


def as_csv(matrix: Matrix) -> str:
    """The grid, an entry a line within its cell. No cell is taken for a formula by a spreadsheet."""
    head = ["Topic", *(name for _, name in matrix.countries)]
    rows = [[row.topic.label, *("\n".join(words(cell)) for cell in row.cells)] for row in matrix.rows]
    return table_as_csv([head, *rows])


def words(cell: Cell) -> tuple[str, ...]:
    """The entries; “not known” where there are none, and both sides where sources differ."""
    if cell.disputed:
        return tuple(f"{entry} ({said.fact.source})" for said in cell.statements for entry in said.entries)
    return cell.entries or (NOT_KNOWN,)


def as_markdown(matrix: Matrix) -> str:
    """A table as GitHub and others draw it, with the sources below."""
    head = "| | " + " | ".join(marked(name) for _, name in matrix.countries) + " |"
    lines = [f"# {matrix.title}", "", head, "|---" * (len(matrix.countries) + 1) + "|"]
    for row in matrix.rows:
        cells = ("<br>".join(map(marked, cell.lines or (NOT_KNOWN,))) for cell in row.cells)
        lines.append(f"| **{marked(row.topic.label)}** | " + " | ".join(cells) + " |")
    lines += ["", "Sources:", "", *(f"- {marked(source)}" for source in matrix.sources), ""]
    return "\n".join(lines)
