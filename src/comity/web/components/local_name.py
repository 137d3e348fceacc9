"""What a country calls itself, in its own first official language and script: what stands on its letterheads."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from babel import Locale, UnknownLocaleError
from babel.languages import get_official_languages

from comity.web.components.party import country_name


@dataclass(frozen=True, slots=True)
class LocalName:
    """A name with what a browser needs to draw and to speak it; no name where it would only repeat the English one."""

    name: str
    language: str
    direction: str


@cache
def local_name(code: str) -> LocalName | None:
    """The local name of a country, or None where it is the English one, or no library knows it."""
    for language in get_official_languages(code):
        try:
            locale = Locale.parse(language)
        except (UnknownLocaleError, ValueError):
            continue
        name = locale.territories.get(code)
        if name:
            return None if name == country_name(code) else LocalName(name, locale.language, locale.text_direction)
    return None
