"""What is said of a line of the results framework, and what must be."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass

from comity.kernel.words import say
from comity.people.rules.refusal import Refused
from comity.programme.rules.texts import SHORT, needed, text


@dataclass(frozen=True, slots=True)
class ResultWords:
    """`number` as the project counts: “2” for an expected result, “2.1” for an output of it."""

    number: str
    says: str
    assumption: str = ""


def checked_result(words: ResultWords, taken: Collection[str]) -> ResultWords:
    """Raises Refused with the field; `taken` are the numbers of the project's other lines."""
    number = needed("number", words.number, say("Give it a number, as the project counts."), SHORT)
    if number in taken:
        raise Refused("number", say("This project has a line {number} already. Give it another number.", number=number))
    return ResultWords(
        number,
        needed("says", words.says, say("Say what is expected, in a sentence.")),
        text("assumption", words.assumption),
    )


def next_number(before: str, taken: Collection[str]) -> str:
    """The first free number below `before`: “2.3”; “4” where nothing stands before."""
    head = f"{before}." if before else ""
    return next(f"{head}{count}" for count in range(1, len(taken) + 2) if f"{head}{count}" not in taken)


def in_order(number: str) -> tuple[tuple[int, int, str], ...]:
    """Sorts numbers as people count: 2 before 10, 2.9 before 2.10."""
    parts = number.split(".")
    return tuple((0, int(part), "") if part.isdecimal() and len(part) <= SHORT else (1, 0, part) for part in parts)
