"""How far each country gives the powers of Articles 16 to 21 on a day, as a value that charts and reports read."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from comity.atlas.queries.fact import FactView
from comity.kernel.words import noted

ARTICLES = ("16", "17", "18", "19", "20", "21")
"""The procedural powers of the Convention on Cybercrime; 14 and 15 say how they are to be used."""

SHORT = {
    "16": noted("preservation"),
    "17": noted("preserved traffic data"),
    "18": noted("production"),
    "19": noted("search and seizure"),
    "20": noted("traffic data in real time"),
    "21": noted("interception"),
}
"""What each is about, where there is no room for its title."""


class Known(StrEnum):
    """A level of implementation, or that none is known for certain."""

    FULL = "full"
    PARTIAL = "partial"
    NONE = "none"
    UNKNOWN = "unknown"

    @property
    def label(self) -> str:
        return _LABELS[self]


_LABELS = {
    Known.FULL: noted("in full"),
    Known.PARTIAL: noted("in part"),
    Known.NONE: noted("missing"),
    Known.UNKNOWN: noted("not known"),
}


@dataclass(frozen=True, slots=True)
class PowerCell:
    """`disputed`: the sources contradict each other, so that nothing is known for certain."""

    level: Known
    disputed: bool = False
    facts: tuple[FactView, ...] = ()


@dataclass(frozen=True)
class Powers:
    """`countries` are code and heading in the order of the overview; `titles` the articles' titles."""

    day: date
    countries: tuple[tuple[str, str], ...]
    titles: Mapping[str, str]
    cells: Mapping[tuple[str, str], PowerCell]

    def of_country(self, code: str) -> dict[str, PowerCell]:
        """A country's powers by article."""
        return {article: self.cells[code, article] for article in ARTICLES}

    def of_article(self, article: str) -> dict[str, PowerCell]:
        """An article's state by country."""
        return {code: self.cells[code, article] for code, _ in self.countries}

    def gaps(self, code: str) -> tuple[str, ...]:
        """The articles that the country is known to lack, wholly or in part."""
        return tuple(article for article, cell in self.of_country(code).items() if is_gap(cell))


@dataclass(frozen=True, slots=True)
class Turn:
    """How far a country gave a power on one day and on a later one, where that differs; `facts` are of the later."""

    heading: str
    article: str
    before: Known
    after: Known
    facts: tuple[FactView, ...]


def turns(then: Powers, now: Powers) -> tuple[Turn, ...]:
    """The powers that differ, by country, then by article."""
    return tuple(
        Turn(name, article, was.level, cell.level, cell.facts)
        for code, name in now.countries
        for article, cell in now.of_country(code).items()
        if (was := then.cells[code, article]).level is not cell.level
    )


def is_gap(cell: PowerCell) -> bool:
    """Whether the power is known to be missing, or to be there only in part."""
    return cell.level in {Known.NONE, Known.PARTIAL}
