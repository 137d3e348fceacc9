"""What a matrix shows, in a sentence that is true of it, and its counts. Unknown ways are never counted as closed."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from datetime import date

from comity.atlas.rules.measure import DataType, Measure
from comity.kernel.cldr import listed
from comity.kernel.country_words import country_in_sentence
from comity.kernel.day_words import day_words
from comity.kernel.languages import ENGLISH
from comity.kernel.sayable import said
from comity.kernel.words import noted, say, spoken
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
        return say("There is nobody to ask: choose two countries or more.")
    straight = {cell.requested for cell in cells if Status(cell.status) in STRAIGHT}
    givers = [country_in_sentence(code) for code, _ in view.countries if code in straight]
    others = [country_in_sentence(code) for code, _ in view.countries if code not in straight]
    some = not others and not all(Status(cell.status) in STRAIGHT for cell in cells)
    words = phrases(Measure(view.measure), data)
    now, then = _sentences(givers, others)
    return say(
        now if view.day == today else then,
        states=_number(len(view.countries)),
        some=_number(len(givers)),
        names=listed(givers if len(givers) <= len(others) else others, spoken()),
        day=day_words(view.day),
        does=said(words.some_other if some else words.another),
    )


def _sentences(givers: list[str], others: list[str]) -> tuple[str, str]:
    """Who gives, in as few names as say it: of today, and of another day."""
    if not givers:
        return _NONE
    if not others:
        return _EACH
    if len(givers) <= min(MANY, len(others)):
        return _ONLY_ONE if len(givers) == 1 else _ONLY
    return _ALL_BUT if len(others) <= MANY else _SOME


_NONE = (
    noted("Of these {states} States none is known to {does} without a detour."),
    noted("Of these {states} States none was known on {day} to {does} without a detour."),
)
_EACH = (
    noted("Of these {states} States each is known to {does} without a detour."),
    noted("Of these {states} States each was known on {day} to {does} without a detour."),
)
_ONLY_ONE = (
    noted("Of these {states} States only {names} is known to {does} without a detour."),
    noted("Of these {states} States only {names} was known on {day} to {does} without a detour."),
)
_ONLY = (
    noted("Of these {states} States only {names} are known to {does} without a detour."),
    noted("Of these {states} States only {names} were known on {day} to {does} without a detour."),
)
_ALL_BUT = (
    noted("Of these {states} States all but {names} are known to {does} without a detour."),
    noted("Of these {states} States all but {names} were known on {day} to {does} without a detour."),
)
_SOME = (
    noted("Of these {states} States {some} are known to {does} without a detour."),
    noted("Of these {states} States {some} were known on {day} to {does} without a detour."),
)


def _number(count: int) -> str:
    """In English small numbers are words; elsewhere those would have to agree with what is counted."""
    return _NUMBERS[count] if count < len(_NUMBERS) and spoken() == ENGLISH.code else str(count)


_NUMBERS = ("no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve")
