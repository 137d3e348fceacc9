"""The nine languages that pages and letters speak. Holds no words: those are in catalogues."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Language:
    """A language by its ISO 639-1 code, with the name that its own speakers give it."""

    code: str
    own_name: str


ENGLISH = Language("en", "English")

LANGUAGES = (
    ENGLISH,
    Language("fr", "français"),
    Language("hy", "հայերեն"),
    Language("az", "azərbaycanca"),
    Language("be", "беларуская"),
    Language("ka", "ქართული"),
    Language("ro", "română"),
    Language("ru", "русский"),
    Language("uk", "українська"),
)
"""English and French, the languages of the treaties; the six of the region by their country's name; Russian."""

CODES = tuple(language.code for language in LANGUAGES)


def language_of(code: str) -> Language:
    """The language with `code`. Raises ValueError with a sentence for the user where it is not one of the nine."""
    for language in LANGUAGES:
        if language.code == code:
            return language
    raise ValueError(f"“{code}” is not a language of this node. There are: {', '.join(CODES)}.")
