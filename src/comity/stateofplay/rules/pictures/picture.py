"""A chart before it is drawn: the finding, what is drawn, the same in words and as a table."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from comity.kernel import cldr
from comity.kernel.languages import ENGLISH
from comity.kernel.words import spoken


class Tone(StrEnum):
    """What a tile or a part of a bar says, whatever the colour. Best first."""

    GOOD = "good"
    PART = "part"
    GAP = "gap"
    UNKNOWN = "unknown"


class Drawing(StrEnum):
    """The modules that draw, by their names: the process that draws finds them so."""

    GRID = "comity.stateofplay.adapters.charts.grid"
    TILES = "comity.stateofplay.adapters.charts.tiles"
    BARS = "comity.stateofplay.adapters.charts.bars"
    STEPS = "comity.stateofplay.adapters.charts.steps"


@dataclass(frozen=True, slots=True)
class Table:
    """`head` begins with the heading of the rows' names; each row is a name with its cells."""

    caption: str
    head: tuple[str, ...]
    rows: tuple[tuple[str, tuple[str, ...]], ...]
    note: str = ""

    @property
    def lines(self) -> list[tuple[str, list[tuple[str, str]]]]:
        """Each row's name, and its cells with the names of their columns: on a phone, rows become cards."""
        return [(name, list(zip(self.head[1:], cells, strict=True))) for name, cells in self.rows]


@dataclass(frozen=True)
class Picture:
    """`title` states the finding, `words` is the text alternative, `table` stands behind it. `drawing` names the module
    that draws it, as `Drawing` does and a floor above for its own."""

    name: str
    title: str
    words: str
    values: list[dict[str, Any]]
    drawing: StrEnum
    table: Table

    @property
    def empty(self) -> bool:
        return not self.values


def listed(names: Iterable[str]) -> str:
    """Names in a sentence: “Armenia, Belarus and Georgia”."""
    return cldr.listed(list(names), spoken())


def number(count: int) -> str:
    """A count in a sentence: in English a word up to twelve, elsewhere digits, which need no gender."""
    return _NUMBERS[count] if count < len(_NUMBERS) and spoken() == ENGLISH.code else f"{count:,}"


def counted(count: int, what: str) -> str:
    """A count with its noun: “1 route”, “2 routes”."""
    return f"{count:,} {what}{'' if count == 1 else 's'}"


def capital(text: str) -> str:
    """The text as a sentence begins."""
    return f"{text[:1].upper()}{text[1:]}"


_NUMBERS = ("no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve")
