"""A table as it was read: cells by row, each with the name that a spreadsheet gives it. Knows no file's format."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

Cell = str | Decimal | date | bool | None
"""What can stand in a cell. A formula is never worked out: what stands is what its program last worked out."""


@dataclass(frozen=True, slots=True)
class Uncertain:
    """A cell of which it cannot be known what it holds: `sentence` says why."""

    sentence: str


@dataclass(frozen=True, slots=True)
class Row:
    """`number` counts from one, as a spreadsheet does, the header included."""

    number: int
    cells: Sequence[Cell | Uncertain]


@dataclass(frozen=True, slots=True)
class Sheet:
    """The first row that holds something is the header. Empty rows are left out."""

    header: Row
    rows: Sequence[Row]


def cell_name(column: int, row: int) -> str:
    """“C7”: `column` counts from zero, `row` from one."""
    letters, rest = "", column + 1
    while rest:
        rest, letter = divmod(rest - 1, 26)
        letters = chr(ord("A") + letter) + letters
    return f"{letters}{row}"


def is_empty(cell: Cell | Uncertain) -> bool:
    return cell is None or (isinstance(cell, str) and not cell.strip())


def as_text(cell: Cell | Uncertain) -> str:
    """As a person would type it."""
    if cell is None or isinstance(cell, Uncertain):
        return ""
    if isinstance(cell, bool):
        return "yes" if cell else "no"
    if isinstance(cell, Decimal):
        return f"{cell:f}"
    return cell.isoformat() if isinstance(cell, date) else cell.strip()
