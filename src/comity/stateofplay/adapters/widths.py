"""How wide each column of a table is: by what is written in it, within bounds."""

from __future__ import annotations

from math import isqrt

from comity.stateofplay.rules.pictures.picture import Table

NARROWEST, WIDEST = 11, 34
"""In letters. What is longer than the widest adds its square root, twice: no column may push the others aside."""


def weights(table: Table) -> list[int]:
    """The share of each column, the first included: the words of its heading fit, and most of what is written in it."""
    columns = (
        zip(*((name, *cells) for name, cells in table.rows), strict=True) if table.rows else [()] * len(table.head)
    )
    return [
        _bounded(max(_word(head) + 5, NARROWEST, *(_line(text) for text in ("", *column))))
        for head, column in zip(table.head, columns, strict=True)
    ]


def _bounded(letters: int) -> int:
    return letters if letters <= WIDEST else WIDEST + 2 * isqrt(letters - WIDEST)


def _word(text: str) -> int:
    return max(map(len, text.split()), default=0)


def _line(text: str) -> int:
    return max(map(len, text.split("\n")), default=0)
