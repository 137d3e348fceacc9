"""The changes that a verb makes of one fact: confirm or correct it, end it, say what follows, add one, remove it."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum
from typing import Any

from comity.kernel.words import noted
from comity.upkeep.rules.difference import ABSENT, Change, Path
from comity.upkeep.rules.place import at


class Verb(StrEnum):
    """What somebody wants done with a fact."""

    CONFIRM = "confirm"
    CORRECT = "correct"
    FOLLOW = "follow"
    END = "end"
    ADD = "add"
    REMOVE = "remove"

    @property
    def label(self) -> str:
        return _LABELS[self]

    @property
    def help(self) -> str:
        return _HELP[self]


_LABELS = {
    Verb.CONFIRM: noted("It still holds"),
    Verb.CORRECT: noted("Correct it"),
    Verb.FOLLOW: noted("The law changed"),
    Verb.END: noted("It ended"),
    Verb.ADD: noted("Add one beside it"),
    Verb.REMOVE: noted("Remove it"),
}
_HELP = {
    Verb.CONFIRM: noted("You compared it with its source, and it says the same."),
    Verb.CORRECT: noted("It was written down wrongly, or another source says more."),
    Verb.FOLLOW: noted("What stood here was right until a day. It ends there, and what you write follows."),
    Verb.END: noted("It held until a day. Nothing is known of what came after."),
    Verb.ADD: noted("Something else holds too, or held at another time."),
    Verb.REMOVE: noted("It should never have stood here. What was once true is ended, not removed."),
}


def verbs_for(path: Path, before: Any) -> tuple[Verb, ...]:
    """What can be done with the fact at the path: only dated ones end, only those of a list have others beside them."""
    listed, dated = bool(path) and isinstance(path[-1], int), isinstance(before, Mapping) and "to" in before
    fits = {Verb.CONFIRM: "checked" in before, Verb.FOLLOW: listed and dated, Verb.END: dated, Verb.ADD: listed}
    return tuple(verb for verb in Verb if fits.get(verb, True))


def corrected(path: Path, before: Any, after: Mapping[str, Any]) -> tuple[Change, ...]:
    return (Change(path, before, dict(after)),)


def removed(path: Path, before: Any) -> tuple[Change, ...]:
    return (Change(path, before, ABSENT),)


def ended(path: Path, before: Mapping[str, Any], day: str) -> tuple[Change, ...]:
    """`day` is the first on which it no longer holds."""
    return (Change(path, before, {**before, "to": day}),)


def followed(path: Path, before: Mapping[str, Any], after: Mapping[str, Any]) -> tuple[Change, ...]:
    """The fact ends on the day from which the next one holds, which stands behind it."""
    *parent, number = path
    if not isinstance(number, int):
        raise TypeError("Only a fact of a list can be followed by another.")
    return (*ended(path, before, after["from"]), Change((*parent, number + 1), ABSENT, dict(after)))


def added(path: Path, after: Mapping[str, Any], content: Any) -> tuple[Change, ...]:
    """A new fact at the path; where the list or the heading around it is not there yet, that begins with it."""
    around: Any = dict(after)
    while len(path) > 1 and at(content, path[:-1]) is ABSENT:
        around = [around] if isinstance(path[-1], int) else {path[-1]: around}
        path = path[:-1]
    return (Change(path, ABSENT, around),)
