"""The part of a text that shows why it was found, with the words that were looked for marked."""

from __future__ import annotations

import re
from dataclasses import dataclass

from comity.atlas.rules.search_words import matches

BEFORE, LONGEST = 60, 240
"""Characters before the first word found, and altogether."""
_WORD = re.compile(r"[^\W_]+")


@dataclass(frozen=True, slots=True)
class Piece:
    """Some of the text; `marked` where it is a word that was looked for."""

    text: str
    marked: bool = False


def marked(text: str, wanted: tuple[str, ...]) -> tuple[Piece, ...]:
    """The whole text in pieces, which together are the text."""
    pieces: list[Piece] = []
    end = 0
    for word in _WORD.finditer(text):
        if wanted and matches(word[0], wanted):
            if word.start() > end:
                pieces.append(Piece(text[end : word.start()]))
            pieces.append(Piece(word[0], marked=True))
            end = word.end()
    if end < len(text):
        pieces.append(Piece(text[end:]))
    return tuple(pieces)


def excerpt(text: str, wanted: tuple[str, ...]) -> tuple[Piece, ...]:
    """The surroundings of the first word found, or the beginning; cut between words."""
    first = next((word.start() for word in _WORD.finditer(text) if wanted and matches(word[0], wanted)), 0)
    start = _word_begin(text, max(0, first - BEFORE)) if first > BEFORE else 0
    end = len(text) if len(text) - start <= LONGEST else _word_end(text, start + LONGEST)
    pieces = marked(text[start:end], wanted)
    return (*([Piece("… ")] if start else []), *pieces, *([Piece(" …")] if end < len(text) else []))


def _word_begin(text: str, place: int) -> int:
    space = text.find(" ", place)
    return place if space < 0 or space - place > BEFORE else space + 1


def _word_end(text: str, place: int) -> int:
    space = text.rfind(" ", 0, place)
    return space if place - space < BEFORE else place
