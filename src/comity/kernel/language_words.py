"""Names of languages in the language spoken here: English as this house writes it, the others by CLDR."""

from __future__ import annotations

from comity.kernel.cldr import language_name
from comity.kernel.words import spoken


def language_words(code: str) -> str:
    """“Georgian”; a code that nobody knows stands as it is."""
    return language_name(code, spoken())
