"""What a country calls itself, in its own first official language and script: what stands on its letterheads."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from babel import Locale, UnknownLocaleError

from comity.web.components.party import country_name


@dataclass(frozen=True, slots=True)
class LocalName:
    """A name with what a browser needs to draw and to speak it."""

    name: str
    language: str
    direction: str


@cache
def local_name(code: str, language: str) -> LocalName | None:
    """The country's name in the language, or None where that is the English one, or no library knows it."""
    try:
        locale = Locale.parse(language)
    except (UnknownLocaleError, ValueError):
        return None
    name = locale.territories.get(code)
    return LocalName(name, locale.language, locale.text_direction) if name and name != country_name(code) else None
