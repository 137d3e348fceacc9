"""Languages by their ISO 639-1 code, named in English for sentences."""

from __future__ import annotations

from functools import cache

import pycountry


@cache
def language_name(code: str) -> str:
    """The English name of a language: “uk” is Ukrainian. What is no such code stands as it is."""
    found = pycountry.languages.get(alpha_2=code.lower()) if code else None
    return str(found.name) if found else code
