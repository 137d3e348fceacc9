"""A country's profile on paper: sections of sentences and tables, each with its sources. Knows no page."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

NOT_KNOWN = "not known"


@dataclass(frozen=True, slots=True)
class Said:
    """A text with the numbers of its sources; `verify` marks what was not read in a source."""

    text: str
    sources: tuple[int, ...] = ()
    verify: bool = False


@dataclass(frozen=True, slots=True)
class Table:
    """A table: headings, how wide the columns are beside each other, and rows of cells, each a list of what is said."""

    head: tuple[str, ...]
    widths: tuple[float, ...]
    rows: tuple[tuple[tuple[Said, ...], ...], ...]


@dataclass(frozen=True, slots=True)
class Block:
    """A heading with sentences under it, a table, or both."""

    title: str
    said: tuple[Said, ...] = ()
    table: Table | None = None


@dataclass(frozen=True, slots=True)
class Section:
    title: str
    lead: str
    blocks: tuple[Block, ...]


@dataclass(frozen=True, slots=True)
class ProfileSheet:
    """The whole paper. `sources` are numbered from one, in the order in which they are first cited."""

    title: str
    lead: str
    day: date
    sections: tuple[Section, ...]
    sources: tuple[str, ...]
