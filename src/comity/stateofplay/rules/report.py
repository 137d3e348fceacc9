"""A report as a value: sections of paragraphs, lists, tables and figures, whatever file it becomes."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from comity.stateofplay.rules.pictures.picture import Picture, Table


@dataclass(frozen=True, slots=True)
class Paragraph:
    text: str


@dataclass(frozen=True, slots=True)
class Bullets:
    items: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Grid:
    """A table; `across`: on a page turned on its side, since it is wide."""

    table: Table
    across: bool = False


@dataclass(frozen=True, slots=True)
class Figure:
    """A chart with its finding as caption. `height` in millimetres is the most that it may take."""

    picture: Picture
    height: int = 95


Block = Paragraph | Bullets | Grid | Figure


@dataclass(frozen=True, slots=True)
class Section:
    """`page`: it begins a page."""

    heading: str
    blocks: tuple[Block, ...]
    page: bool = False


@dataclass(frozen=True, slots=True)
class Report:
    title: str
    subtitle: str
    day: date
    sections: tuple[Section, ...]
    short: bool = False

    @property
    def figures(self) -> tuple[Figure, ...]:
        return tuple(block for section in self.sections for block in section.blocks if isinstance(block, Figure))
