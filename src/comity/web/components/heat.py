"""A heat map with words in its cells: rows by columns on a wide screen, a list for each column on a narrow one."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from comity.kernel.words import say
from comity.web.components.status import Status, status

ABREAST = 8
"""As many columns as stand side by side on a screen; more are listed below each other."""


@dataclass(frozen=True, slots=True)
class HeatCell:
    """`look` gives colour and icon, `word` what is written large, `notes` what stands below; `address` opens it.
    `unsure`: something that it rests on is not known."""

    look: Status
    word: str
    notes: tuple[str, ...] = ()
    address: str = ""
    unsure: bool = False


@dataclass(frozen=True, slots=True)
class HeatRow:
    """`aside` is said in place of cells, where the row has none."""

    label: str
    note: str = ""
    cells: tuple[HeatCell, ...] = ()
    aside: str = ""


@dataclass(frozen=True, slots=True)
class Column:
    label: str
    address: str = ""


@dataclass(frozen=True, slots=True)
class Heat:
    """`caption` says what the table shows; `corner` what stands in its rows; `opens` which list is open at first."""

    caption: str
    corner: str
    columns: tuple[Column, ...]
    rows: tuple[HeatRow, ...]
    opens: int = 0

    @property
    def wide(self) -> bool:
        return len(self.columns) <= ABREAST

    @property
    def lists(self) -> Iterator[tuple[Column, list[tuple[HeatRow, HeatCell | None]]]]:
        """Column by column: each row with its cell."""
        for place, column in enumerate(self.columns):
            yield column, [(row, row.cells[place] if row.cells else None) for row in self.rows]


def cell(state: str, word: str = "", notes: Sequence[str] = (), address: str = "", *, unsure: bool = False) -> HeatCell:
    """A cell that looks like `state`."""
    look = status(state)
    return HeatCell(look, word or say(look.word), tuple(note for note in notes if note), address, unsure)
