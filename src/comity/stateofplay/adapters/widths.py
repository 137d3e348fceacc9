"""How wide each column of a table is: by what is written in it, within bounds."""

from __future__ import annotations

from comity.stateofplay.rules.pictures.picture import Table

NARROWEST, WIDEST = 8, 34
"""In letters: a heading's word must fit, and no column may push the others aside."""


def weights(table: Table) -> list[int]:
    """The share of each column, the first included."""
    columns = zip(table.head, *((name, *cells) for name, cells in table.rows), strict=True)
    return [min(max(NARROWEST, *(_longest(text) for text in column)), WIDEST) for column in columns]


def _longest(text: str) -> int:
    return max(map(len, text.split("\n")), default=0)
