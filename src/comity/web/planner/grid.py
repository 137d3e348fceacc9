"""A matrix as a page draws it: rows of cells that open the planner; for narrow screens a list for each requester."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from urllib.parse import urlencode

from django.urls import reverse

from comity.atlas.rules.measure import DataType
from comity.kernel.country_words import country_words
from comity.kernel.words import noted, say
from comity.routes.queries.matrix import CellView, MatrixView
from comity.routes.rules.route import BEST_FIRST
from comity.web.components.status import Status, status

IN_WORDS = 12
"""Countries up to which a cell has room for its word; above, it shows a letter."""

SHORT = {
    "open": noted("Open"),
    "conditions": noted("Conditions"),
    "degraded": noted("Degraded"),
    "unknown": noted("Unknown"),
    "closed": noted("Closed"),
}
LETTERS = {"open": "O", "conditions": "C", "degraded": "D", "unknown": "?", "closed": "×"}


@dataclass(frozen=True, slots=True)
class Square:
    """One cell. `address` opens the planner with its question; `own` marks a country's own measures."""

    state: str
    look: Status
    word: str
    letter: str
    way: str
    requested: str
    name: str
    address: str
    own: bool


@dataclass(frozen=True, slots=True)
class Group:
    """Of one requester, the countries it reaches with one status."""

    state: str
    squares: tuple[Square, ...]


@dataclass(frozen=True, slots=True)
class Row:
    code: str
    name: str
    squares: tuple[Square, ...]
    groups: tuple[Group, ...]


@dataclass(frozen=True, slots=True)
class LegendEntry:
    state: str
    look: Status
    letter: str
    says: str


def grid(view: MatrixView, data: DataType | None, *, urgent: bool) -> tuple[Row, ...]:
    """The rows of the matrix, by requester."""
    common = {"measure": view.measure, "data": data or "", "at": view.day.isoformat(), "urgent": "on" if urgent else ""}
    query = urlencode({name: value for name, value in common.items() if value})
    planner = reverse("planner")
    names = {code: country_words(code) for code, _ in view.countries}
    return tuple(
        _row(code, names[code], [_square(cell, names[cell.requested], f"{planner}?{{}}&{query}") for cell in cells])
        for (code, _), cells in zip(view.countries, view.rows, strict=True)
    )


def legend() -> tuple[LegendEntry, ...]:
    """What the statuses mean, best first."""
    return tuple(LegendEntry(state, status(state), LETTERS[state], _MEANS[state]) for state in BEST_FIRST)


def _row(code: str, name: str, squares: Sequence[Square]) -> Row:
    others = [square for square in squares if not square.own]
    groups = (Group(state, tuple(s for s in others if s.state == state)) for state in BEST_FIRST)
    return Row(code, name, tuple(squares), tuple(group for group in groups if group.squares))


def _square(cell: CellView, name: str, address: str) -> Square:
    return Square(
        state=cell.status,
        look=status(cell.status),
        word=say(SHORT[cell.status]),
        letter=LETTERS[cell.status],
        way=cell.best,
        requested=cell.requested,
        name=name,
        address=address.format(f"from={cell.requester}&to={cell.requested}"),
        own=cell.requester == cell.requested,
    )


_MEANS = {
    "open": noted("a way leads there, and nothing recorded limits it"),
    "conditions": noted("a way leads there, on conditions"),
    "degraded": noted("only by a detour: another power stands in for the one that is missing"),
    "unknown": noted("a fact that decides is not recorded"),
    "closed": noted("no recorded way leads there"),
}
