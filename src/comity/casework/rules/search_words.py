"""What somebody looks for, as PostgreSQL is asked it: in which languages, and whether the last word may go on."""

from __future__ import annotations

import re
from dataclasses import dataclass

from comity.kernel.folding import folded

LONGEST = 200
"""Characters of what is looked for; the rest is not read."""
_SHORTEST_BEGINNING = 4
"""Letters that the beginning of a word needs, so that it does not stand for half the dictionary."""

_PLAIN = re.compile(r"[^\W_]+(?: [^\W_]+)*\Z")
_LATIN = re.compile(r"[a-zà-ÿăâîșțşţœ]", re.IGNORECASE)
_CYRILLIC = re.compile(r"[а-яё]", re.IGNORECASE)
_ARMENIAN = re.compile(r"[ա-և]", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Sought:
    """`text` in the web's way: quotes, “or” and a minus mean what they mean there; `folded` is the same with bare
    letters, empty where there are no others. `beginning` is a query of its own, whose last word may go on; empty where
    the text is more than plain words, or its last word too short."""

    text: str
    languages: tuple[str, ...]
    beginning: str

    @property
    def folded(self) -> str:
        bare = folded(self.text)
        return bare if bare != self.text else ""

    @property
    def beginnings(self) -> tuple[str, ...]:
        """The beginning as written and with bare letters."""
        return tuple(dict.fromkeys(filter(None, (self.beginning, folded(self.beginning)))))


def sought(text: str) -> Sought | None:
    """None where nothing is looked for. Stems are asked for in the languages that have the text's letters."""
    words = " ".join(text.replace("\x00", " ")[:LONGEST].split())
    if not words:
        return None
    return Sought(words, ("simple", *_languages(words)), _beginning(words))


def _languages(words: str) -> tuple[str, ...]:
    """The Russian configuration stems ASCII words as English. What is in quotes is meant to the letter."""
    if '"' in words:
        return ()
    latin, armenian = _LATIN.search(words), _ARMENIAN.search(words)
    return (
        *(("russian",) if latin or _CYRILLIC.search(words) else ()),
        *(("french", "romanian") if latin else ()),
        *(("armenian",) if armenian else ()),
    )


def _beginning(words: str) -> str:
    last = words.rpartition(" ")[2]
    if not _PLAIN.match(words) or len(last) < _SHORTEST_BEGINNING or not last.isalpha():
        return ""
    return " & ".join(words.lower().split()) + ":*"
