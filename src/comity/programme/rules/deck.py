"""A deck as a value: slides of lines, tables, charts and a drawing, whatever program shows them."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date


@dataclass(frozen=True, slots=True)
class Lines:
    """Points, one below the other."""

    items: tuple[str, ...]
    numbered: bool = False


@dataclass(frozen=True, slots=True)
class Groups:
    """Headings, each with its points."""

    groups: tuple[tuple[str, tuple[str, ...]], ...]


@dataclass(frozen=True, slots=True)
class Grid:
    """A table; `head` may be empty. `shares` are the widths of its columns, in parts; `size` in points."""

    name: str
    head: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    shares: tuple[int, ...]
    size: int = 14


@dataclass(frozen=True, slots=True)
class Bars:
    """A chart of bars: `title` states the finding, `words` are its text alternative."""

    title: str
    words: str
    names: tuple[str, ...]
    values: tuple[float, ...]
    unit: str
    form: str = "#,##0"


@dataclass(frozen=True, slots=True)
class Pillars:
    """What stands on what: a roof on pillars on a ground, each a heading with a sentence."""

    roof: tuple[str, str]
    pillars: tuple[tuple[str, str], ...]
    ground: tuple[str, str]


Block = Lines | Groups | Grid | Bars | Pillars


@dataclass(frozen=True, slots=True)
class Slide:
    """`beside` stands at the right of `body`. `notes` say where each statement stands."""

    number: int
    title: str
    body: Block | None = None
    beside: Block | None = None
    lead: str = ""
    notes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Deck:
    """`cover` are the lines of the first slide under its title, `closing` those of the last."""

    title: str
    cover: tuple[str, ...]
    closing: tuple[str, ...]
    site: str
    day: date
    slides: tuple[Slide, ...] = field(default=())
