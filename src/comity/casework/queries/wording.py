"""How far the words on letters are, language by language: translated, and read by a native lawyer."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from comity.atlas.queries.snapshot import node_snapshot
from comity.casework.rules.footing import treaty_name
from comity.casework.rules.printed_words import printed_words
from comity.casework.rules.registry import kinds
from comity.documents.adapters.catalogues import letter_words
from comity.documents.queries.words_reviews import Review, words_reviews
from comity.kernel.language_words import language_words
from comity.kernel.languages import CODES, ENGLISH, language_of


@dataclass(frozen=True, slots=True)
class Wording:
    """A language's words on letters. `review` is None where nobody has read them as they are now."""

    code: str
    name: str
    own_name: str
    translated: int
    texts: int
    review: Review | None

    @property
    def original(self) -> bool:
        """Whether letters are written in it, so that there is nothing to translate or to review."""
        return self.code == ENGLISH.code

    @property
    def whole(self) -> bool:
        return self.translated == self.texts

    @property
    def settled(self) -> bool:
        """Whether a letter in it needs no word of warning."""
        return self.original or (self.whole and self.review is not None)


def wording(languages: Sequence[str] = CODES) -> tuple[Wording, ...]:
    """In the order of `languages`. Reads the reviews once."""
    treaties = [pack.instrument for pack in node_snapshot().instruments.values()]
    texts = _texts(tuple(treaty_name(treaty.title, treaty.reference) for treaty in treaties))
    reviews = words_reviews(code for code in languages if code != ENGLISH.code)
    return tuple(_wording(code, texts, reviews.get(code)) for code in languages)


def _wording(code: str, texts: Sequence[str], review: Review | None) -> Wording:
    words = letter_words(code)
    known = sum(words.knows(english) for english in texts)
    return Wording(code, language_words(code), language_of(code).own_name, known, len(texts), review)


@lru_cache(maxsize=2)
def _texts(treaties: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(printed_words(kinds().values(), treaties))
