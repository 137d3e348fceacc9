"""Names of countries in the language spoken here: English as this house writes it, the others by CLDR."""

from __future__ import annotations

from comity.kernel.cldr import country_name
from comity.kernel.country import CountryCode
from comity.kernel.languages import ENGLISH
from comity.kernel.words import spoken


def country_words(code: str) -> str:
    """The country's name; what is no country code stands as it is."""
    try:
        country = CountryCode(code)
    except ValueError:
        return code
    return _by_cldr(country) or country.english_name


def country_in_sentence(code: str) -> str:
    """The name as it stands within a sentence: English gives some an article, the other languages give none."""
    try:
        country = CountryCode(code)
    except ValueError:
        return code
    return _by_cldr(country) or country.in_sentence


def _by_cldr(country: CountryCode) -> str:
    return "" if spoken() == ENGLISH.code else country_name(country, spoken())
