"""What a matrix shows, in a sentence that is true of it, and its counts. Unknown ways are never counted as closed."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from datetime import date

from comity.atlas.rules.measure import DataType, Measure
from comity.kernel.country import CountryCode
from comity.routes.queries.matrix import CellView, MatrixView
from comity.routes.rules.phrases import phrases
from comity.routes.rules.route import BEST_FIRST, Status

STRAIGHT = frozenset({Status.OPEN, Status.CONDITIONS})
"""What is not closed, not unknown, and needs no power to stand in for another."""

MANY = 6
"""More names than this make no sentence."""


@dataclass(frozen=True, slots=True)
class Finding:
    """`says` is the finding; `counts` are the statuses between different countries, best first, with their numbers."""

    says: str
    pairs: int
    counts: tuple[tuple[Status, int], ...]


def finding(view: MatrixView, data: DataType | None, today: date) -> Finding:
    """The finding of a matrix: who is known to give the measure to another without a detour. It speaks of what is
    known, so that it stays true where facts are missing."""
    cells = [cell for row in view.rows for cell in row if cell.requester != cell.requested]
    counted = Counter(Status(cell.status) for cell in cells)
    counts = tuple((status, counted[status]) for status in BEST_FIRST if counted[status])
    return Finding(_says(view, cells, data, today), len(cells), counts)


def _says(view: MatrixView, cells: list[CellView], data: DataType | None, today: date) -> str:
    if not cells:
        return "There is nobody to ask: choose two countries or more."
    then = "" if view.day == today else f" on {view.day:%-d %B %Y}"
    is_, are = ("was", "were") if then else ("is", "are")
    straight = {cell.requested for cell in cells if Status(cell.status) in STRAIGHT}
    givers = [CountryCode(code).in_sentence for code, _ in view.countries if code in straight]
    others = [CountryCode(code).in_sentence for code, _ in view.countries if code not in straight]
    does = phrases(Measure(view.measure), data).another
    if not others and not all(Status(cell.status) in STRAIGHT for cell in cells):
        does = does.replace("another", "at least one other")
    subject, one = _subject(givers, others)
    states = f"Of these {_number(len(view.countries))} States"
    return f"{states} {subject} {is_ if one else are} known{then} to {does} without a detour."


def _subject(givers: list[str], others: list[str]) -> tuple[str, bool]:
    """Who gives, in as few names as say it, and whether the verb is singular."""
    if not givers:
        return "none", True
    if not others:
        return "each", True
    if len(givers) <= min(MANY, len(others)):
        return f"only {_listed(givers)}", len(givers) == 1
    if len(others) <= MANY:
        return f"all but {_listed(others)}", False
    return _number(len(givers)), False


def _listed(names: list[str]) -> str:
    return " and ".join(filter(None, (", ".join(names[:-1]), names[-1])))


def _number(count: int) -> str:
    return _NUMBERS[count] if count < len(_NUMBERS) else str(count)


_NUMBERS = ("no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve")
