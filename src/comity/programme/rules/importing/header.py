"""The header of a sheet: which column stands where, and what about it cannot be understood."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

from comity.programme.rules.importing.checked import Problem
from comity.programme.rules.importing.declaration import Column, Declaration
from comity.programme.rules.importing.sheet import Row, as_text, cell_name

SHOWN = 80
"""Characters of a cell that a preview shows."""


@dataclass(frozen=True, slots=True)
class Header:
    """`places` are the columns from left to right, `named` all places that have a name."""

    places: tuple[tuple[int, Column], ...]
    named: frozenset[int]

    @property
    def known(self) -> Mapping[int, Column]:
        return dict(self.places)

    def place_of(self, name: str) -> int:
        """Where the column stands; the first cell for a name that has none."""
        return next((place for place, column in self.places if column.name == name), 0)

    def shown(self, row: Row) -> tuple[str, ...]:
        """The row's cells under known columns, for a preview."""
        cells = (as_text(row.cells[place]) if place < len(row.cells) else "" for place, _ in self.places)
        return tuple(said if len(said) <= SHOWN else f"{said[: SHOWN - 1]}…" for said in cells)


def read_header(row: Row, declaration: Declaration) -> tuple[Header, list[Problem]]:
    """Columns are found by name or by label, however they are spaced."""
    by_word = {_plain(word): column for column in declaration.columns for word in (column.name, column.label)}
    problems: list[Problem] = []
    places: dict[str, tuple[int, Column]] = {}
    for place, cell in enumerate(row.cells):
        said = as_text(cell)
        here = cell_name(place, row.number)
        column = by_word.get(_plain(said))
        if not said:
            continue
        if column is None:
            offered = ", ".join(each.name for each in declaration.columns)
            problems.append(
                Problem(
                    here, "", f"There is no column “{said[:40]}”. Delete it, or name it as one of these: {offered}."
                )
            )
        elif column.name in places:
            first = cell_name(places[column.name][0], row.number)
            problems.append(Problem(here, column.label, f"{column.label} is the column of {first} already. Keep one."))
        else:
            places[column.name] = (place, column)
    end = cell_name(len(row.cells), row.number)
    missing = [each for each in declaration.columns if each.required and each.name not in places]
    problems += [
        Problem(end, each.label, f"The column {each.name} ({each.label}) is missing. Add it to the header.")
        for each in missing
    ]
    named = frozenset(place for place, cell in enumerate(row.cells) if as_text(cell))
    return Header(tuple(places.values()), named), problems


def _plain(said: str) -> str:
    return re.sub(r"[\W_]+", "", said.lower())
