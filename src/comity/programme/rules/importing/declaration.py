"""What can be imported, declared: its columns with their readers, and what a row of them makes. Knows no file."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass
from datetime import date

from comity.programme.rules.importing.cell_readers import Reader

Values = Mapping[str, object]
"""What a row's cells were read as, by column; a column that is left empty is missing."""
Known = Mapping[str, Collection[str]]
"""What the node has that rows are checked against, by a word of the declaration: codes, numbers of results."""


@dataclass(frozen=True, slots=True)
class Beside:
    """What rows are checked beside: today, the first day of the project, and what the node has."""

    today: date
    begins: date
    known: Known


@dataclass(frozen=True, slots=True)
class Column:
    """`read` yields a value or raises Unreadable with a sentence; it is not asked of an empty cell. Where `new_in`
    names something known, the value must be new there, and once in the file; where `found_in` does, the value (or each
    of several) must be there, or `missing` says what it is not. Where `room_in` names something known, each word of it
    is a value and how many more rows that takes, with a blank between; `full` says what a value is that takes no
    more."""

    name: str
    label: str
    help: str
    read: Reader
    example: str = ""
    required: bool = False
    new_in: str = ""
    found_in: str = ""
    missing: str = ""
    room_in: str = ""
    full: str = ""


@dataclass(frozen=True, slots=True)
class Declaration:
    """`what` stands in addresses and commands, `many` where one chooses. `make` turns a row's values into what the
    action keeps; it raises Refused with the name of the column that is wrong. The columns of `once` together come once
    in the file, and are new among what `once_in` names: their values with a blank between."""

    what: str
    many: str
    columns: tuple[Column, ...]
    make: Callable[[Values, Beside], object]
    once: tuple[str, ...] = ()
    once_in: str = ""
