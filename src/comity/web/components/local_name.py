"""What a country calls itself, in its own first official language and script: what stands on its letterheads."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from babel import Locale, UnknownLocaleError

from comity.kernel.country_words import country_words


@dataclass(frozen=True, slots=True)
class LocalName:
    """A name with what a browser needs to draw and to speak it."""

    name: str
    language: str
    direction: str


def local_name(code: str, language: str) -> LocalName | None:
    """The country's name in the language, or None where the page calls it so already, or no library knows it."""
    found = _local_name(code, language)
    return found if found and found.name != country_words(code) else None


@cache
def _local_name(code: str, language: str) -> LocalName | None:
    try:
        locale = Locale.parse(language)
    except (UnknownLocaleError, ValueError):
        return None
    name = locale.territories.get(code)
    return LocalName(name, locale.language, locale.text_direction) if name else None
