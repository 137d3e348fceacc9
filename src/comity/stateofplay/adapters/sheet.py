"""The overview cut into tables that fit a page: as many countries as can stand side by side."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from comity.stateofplay.rules.matrix import NOT_KNOWN, Cell, Matrix
from comity.stateofplay.rules.matrix_text import words

ABREAST = 8


@dataclass(frozen=True, slots=True)
class Sheet:
    """A table: the countries' headings, and rows of a label with the lines of each cell."""

    head: tuple[str, ...]
    rows: tuple[tuple[str, tuple[tuple[str, ...], ...]], ...]


def sheets(matrix: Matrix) -> Iterator[Sheet]:
    """One table for each eight countries; one without any where there is none."""
    for first in range(0, max(len(matrix.countries), 1), ABREAST):
        part = slice(first, first + ABREAST)
        yield Sheet(
            tuple(name for _, name in matrix.countries[part]),
            tuple((row.topic.label, tuple(_lines(cell) for cell in row.cells[part])) for row in matrix.rows),
        )


def _lines(cell: Cell) -> tuple[str, ...]:
    if cell.disputed:
        return tuple(f"- {word}" for word in words(cell))
    return cell.lines or (NOT_KNOWN,)
