"""The State of Play overview as a value: topics down, countries across, each cell with what was stated of it, by whom.

Computes nothing from law: a cell repeats an observer's own words.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from babel import Locale

from comity.atlas.queries.fact import FactView
from comity.atlas.rules.packs.country import Topic
from comity.kernel.day_words import day_words
from comity.kernel.words import noted, say, spoken

NOT_KNOWN = noted("not known")


@dataclass(frozen=True, slots=True)
class Statement:
    """What one source says of a cell. `assessment` is the number of this node's assessment, where it is one."""

    entries: tuple[str, ...]
    fact: FactView
    assessment: int | None = None

    @property
    def observed(self) -> date:
        return self.fact.observed or self.fact.start or date.min


@dataclass(frozen=True)
class Cell:
    """The newest statements that hold on the day. None: nothing is known, which is not “No”."""

    country: str
    topic: Topic
    statements: tuple[Statement, ...] = ()

    @property
    def entries(self) -> tuple[str, ...]:
        return self.statements[0].entries if self.statements else ()

    @property
    def disputed(self) -> bool:
        """Whether statements of the same day differ."""
        return len({statement.entries for statement in self.statements}) > 1

    @property
    def lines(self) -> tuple[str, ...]:
        """The entries as the overview prints them: with a dash each, a strategy's status as a bare word."""
        if self.topic is Topic.STRATEGIES:
            return self.entries
        return tuple(f"- {entry}" for entry in self.entries)


@dataclass(frozen=True)
class Row:
    topic: Topic
    cells: tuple[Cell, ...]


@dataclass(frozen=True)
class Matrix:
    """`countries` are code and heading, in the overview's order: by heading."""

    day: date
    countries: tuple[tuple[str, str], ...]
    rows: tuple[Row, ...]
    packs: str = ""

    @cached_property
    def sources(self) -> tuple[str, ...]:
        """Every document that a cell repeats, once."""
        cells = (cell for row in self.rows for cell in row.cells)
        return tuple(dict.fromkeys(said.fact.source for cell in cells for said in cell.statements))

    @property
    def title(self) -> str:
        return say("State of Play, {day}", day=day_words(self.day))


def heading(code: str) -> str:
    """A country's column, as the overview heads it: “Moldova”."""
    return str(Locale(spoken()).territories.get(code, code))


def ordered(countries: Sequence[str]) -> tuple[tuple[str, str], ...]:
    """Codes with their headings, in the overview's order: by heading."""
    return tuple(sorted(((code, heading(code)) for code in countries), key=lambda pair: pair[1]))


def newest(statements: Sequence[Statement], day: date) -> tuple[Statement, ...]:
    """Of what was observed by `day`, the statements of the last day on which anybody observed anything."""
    known = [said for said in statements if said.observed <= day]
    last = max((said.observed for said in known), default=None)
    return tuple(said for said in known if said.observed == last)


def arranged(
    stated: Mapping[tuple[str, Topic], Sequence[Statement]], countries: Sequence[str], day: date, packs: str = ""
) -> Matrix:
    """The overview of `countries` as of `day`, in the order of its headings and topics."""
    across = ordered(countries)
    rows = tuple(
        Row(topic, tuple(Cell(code, topic, newest(stated.get((code, topic), ()), day)) for code, _ in across))
        for topic in Topic
    )
    return Matrix(day, across, rows, packs)


@dataclass(frozen=True)
class Change:
    """How a cell differs from an earlier day."""

    country: str
    heading: str
    topic: Topic
    before: tuple[str, ...]
    after: tuple[str, ...]

    @property
    def added(self) -> tuple[str, ...]:
        return tuple(entry for entry in self.after if entry not in self.before)

    @property
    def gone(self) -> tuple[str, ...]:
        return tuple(entry for entry in self.before if entry not in self.after)


def changes(earlier: Matrix, later: Matrix) -> tuple[Change, ...]:
    """The cells of `later` whose entries differ from those of `earlier`, by topic, then by country."""
    before = {(cell.country, cell.topic): cell.entries for row in earlier.rows for cell in row.cells}
    names = dict(later.countries)
    return tuple(
        Change(cell.country, names[cell.country], cell.topic, old, cell.entries)
        for row in later.rows
        for cell in row.cells
        if (old := before.get((cell.country, cell.topic), ())) != cell.entries
    )
