"""Words as they are looked for and found: bare letters, small, nothing but letters and digits. Asks no database."""

from __future__ import annotations

import re

from comity.kernel.folding import folded

LONGEST = 200
"""Characters of what is looked for; the rest is not read."""
MOST_WORDS = 12
_SHORTEST_BEGINNING = 3
"""Letters that the beginning of a word needs, so that it does not stand for half the dictionary."""
_WORD = re.compile(r"[^\W_]+")


def lexemes(text: str) -> list[str]:
    """The text's words, folded. “Înștiințare (Art. 29(2))” is instiintare, art, 29, 2."""
    return _WORD.findall(folded(text).lower())


def sought(text: str) -> tuple[str, ...]:
    """What is looked for, word by word; no more than can be looked for at once."""
    return tuple(lexemes(text[:LONGEST])[:MOST_WORDS])


def as_tsquery(words: tuple[str, ...]) -> str:
    """All of them, the last of which may go on. Words are letters and digits alone: none is an operator."""
    if not words:
        return ""
    last = f"{words[-1]}:*" if len(words[-1]) >= _SHORTEST_BEGINNING and not words[-1].isdigit() else words[-1]
    return " & ".join((*words[:-1], last))


def matches(word: str, wanted: tuple[str, ...]) -> bool:
    """Whether this word of a text is one that was looked for."""
    plain = folded(word).lower()
    return plain in wanted or (as_tsquery(wanted).endswith(":*") and plain.startswith(wanted[-1]))
