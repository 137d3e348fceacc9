"""Collecting rows as they are read: stops at the first that is too many, so that no file is read for nothing."""

from __future__ import annotations

from collections.abc import Sequence

from comity.people.rules.refusal import Refused
from comity.programme.rules.importing.limits import COLUMNS, ROWS
from comity.programme.rules.importing.refusal import TooManyRows
from comity.programme.rules.importing.sheet import Cell, Row, Sheet, Uncertain, cell_name, is_empty

TOO_MANY_ROWS = f"This table has more than {ROWS:,} rows. Nothing of it has been read: divide it into several files."


class Collecting:
    """The header is the first row that holds something; empty rows are left out, and count."""

    def __init__(self, most: int) -> None:
        self._most = most
        self._header: Row | None = None
        self._rows: list[Row] = []

    def take(self, number: int, cells: Sequence[Cell | Uncertain]) -> None:
        """Raises Refused for a row or a column too many."""
        last = max((place for place, cell in enumerate(cells) if not is_empty(cell)), default=-1)
        if last < 0:
            return
        if last >= COLUMNS:
            raise Refused("file", f"{cell_name(last, number)} is beyond the {COLUMNS} columns that fit. Empty it.")
        row = Row(number, tuple(cells[: last + 1]))
        if self._header is None:
            self._header = row
        elif len(self._rows) == self._most:
            raise TooManyRows("file", TOO_MANY_ROWS)
        else:
            self._rows.append(row)

    def sheet(self) -> Sheet:
        """Raises Refused where there was no header."""
        if self._header is None:
            raise Refused("file", "This table is empty. Its first row names the columns: begin with the template.")
        return Sheet(self._header, tuple(self._rows))
