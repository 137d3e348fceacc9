"""How two texts differ, word by word: what stayed, what was taken out, what was put in. Bounded in time."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from enum import StrEnum

MOST = 800
"""Words (or lines) that are compared with each other; of texts that differ in more, lines are, or the whole."""

_WORD = re.compile(r"\w+\s*|[^\w\s]\s*|\s+")
_LINE = re.compile(r"[^\n]*\n|[^\n]+")


class Sort(StrEnum):
    """What became of a piece of text."""

    SAME = "same"
    OUT = "out"
    IN = "in"


@dataclass(frozen=True, slots=True)
class Piece:
    """A piece of text, and what became of it."""

    sort: Sort
    text: str


def differences(before: str, after: str) -> tuple[Piece, ...]:
    """The pieces in reading order. Without those put in they give `before`, without those taken out `after`."""
    for split in (_WORD.findall, _LINE.findall):
        pieces = _compared(split(before), split(after))
        if pieces is not None:
            return pieces
    return _joined((Piece(Sort.OUT, before), Piece(Sort.IN, after)))


def listed(before: Sequence[str], after: Sequence[str]) -> tuple[Piece, ...]:
    """The same for lists: each piece is one entry."""
    found = _matched(list(before), list(after))
    return tuple(Piece(sort, entry) for sort, entries in found for entry in entries)


def _compared(before: list[str], after: list[str]) -> tuple[Piece, ...] | None:
    """None where more differs than is compared at this grain."""
    start = _shared(before, after)
    end = _shared(before[start:][::-1], after[start:][::-1])
    middle = before[start : len(before) - end], after[start : len(after) - end]
    if max(map(len, middle)) > MOST:
        return None
    tail = before[len(before) - end :]
    pieces = ((Sort.SAME, before[:start]), *_matched(*middle), (Sort.SAME, tail))
    return _joined(Piece(sort, "".join(words)) for sort, words in pieces)


def _shared(one: list[str], other: list[str]) -> int:
    pairs = zip(one, other, strict=False)
    return next((count for count, (a, b) in enumerate(pairs) if a != b), min(len(one), len(other)))


def _matched(before: list[str], after: list[str]) -> Iterator[tuple[Sort, list[str]]]:
    for verb, i, j, k, m in SequenceMatcher(None, before, after).get_opcodes():
        if verb == "equal":
            yield Sort.SAME, before[i:j]
            continue
        yield Sort.OUT, before[i:j]
        yield Sort.IN, after[k:m]


def _joined(pieces: Iterable[Piece]) -> tuple[Piece, ...]:
    """Neighbours of one sort as one, and none that is empty."""
    found: list[Piece] = []
    for piece in pieces:
        if not piece.text:
            continue
        if found and found[-1].sort is piece.sort:
            found[-1] = Piece(piece.sort, found[-1].text + piece.text)
        else:
            found.append(piece)
    return tuple(found)
