"""Two versions of a fact field by field, and word for word where a text changed. Judges neither."""

from __future__ import annotations

import re
from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import Any

from comity.kernel.sayable import said
from comity.kernel.words import say
from comity.upkeep.rules.difference import ABSENT
from comity.upkeep.rules.shape import label_of


@dataclass(frozen=True, slots=True)
class Words:
    """A run of words; `differs` says that the other side has not got it."""

    text: str
    differs: bool


@dataclass(frozen=True, slots=True)
class Row:
    """One field on both sides; a side without words is empty."""

    label: str
    before: tuple[Words, ...]
    after: tuple[Words, ...]

    @property
    def differs(self) -> bool:
        return any(words.differs for words in (*self.before, *self.after))


def side_by_side(before: Any, after: Any) -> tuple[Row, ...]:
    """A row for each field that either side fills."""
    left, right = _fields(before), _fields(after)
    names = [*left, *(name for name in right if name not in left)]
    rows = (
        Row(said(label_of(name)), *word_for_word(left.get(name, ""), right.get(name, "")))
        for name in sorted(names, key=_rank)
    )
    return tuple(row for row in rows if row.before or row.after)


def word_for_word(before: str, after: str) -> tuple[tuple[Words, ...], tuple[Words, ...]]:
    """Both texts in runs of words that are alike or not. A space between two words that differ differs with them."""
    left: list[Words] = []
    right: list[Words] = []
    if before == after:
        _put(left, before, differs=False)
        _put(right, after, differs=False)
        return tuple(left), tuple(right)
    old, new = _split(before), _split(after)
    for tag, first, last, first_after, last_after in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        gone, come = "".join(old[first:last]), "".join(new[first_after:last_after])
        differs = tag != "equal" or not gone.strip()
        _put(left, gone, differs=differs)
        _put(right, come, differs=differs)
    return tuple(left), tuple(right)


def in_words(value: Any) -> str:
    """A value of a pack as a reader sees it."""
    if value is None or value is ABSENT:
        return ""
    if isinstance(value, bool):
        return say("yes") if value else say("no")
    if isinstance(value, list):
        return "; ".join(map(in_words, value))
    if isinstance(value, dict):
        return "; ".join(
            f"{said(label_of(str(key)))}: {in_words(item)}" for key, item in value.items() if in_words(item)
        )
    return str(value)


_ORDER = ("value", "from", "to", "observed")
_END = ("source", "at", "checked", "confidence", "verify_by", "disputed", "note")


def _rank(name: str) -> tuple[int, int]:
    return (0, _ORDER.index(name)) if name in _ORDER else (2, _END.index(name)) if name in _END else (1, 0)


def _fields(value: Any) -> dict[str, str]:
    if isinstance(value, list) and len(value) == 1:
        value = value[0]  # a list that began with one fact reads as that fact
    if isinstance(value, dict):
        return {str(name): in_words(item) for name, item in value.items() if item is not False}
    return {"value": in_words(value)} if value is not ABSENT else {}


def _split(text: str) -> list[str]:
    return re.findall(r"\s+|[^\s]+", text)


def _put(side: list[Words], text: str, *, differs: bool) -> None:
    """Adds to the last run, where that is of the same sort."""
    if side and side[-1].differs == differs:
        side[-1] = Words(side[-1].text + text, differs)
    elif text:
        side.append(Words(text, differs))
