"""Languages by their ISO 639-1 code, named in English for sentences."""

from __future__ import annotations

from functools import cache

import pycountry


@cache
def language_name(code: str) -> str:
    """The English name of a language: “uk” is Ukrainian. What is no such code stands as it is."""
    found = pycountry.languages.get(alpha_2=code.lower()) if code else None
    return str(found.name) if found else code


@cache
def language_code(name: str) -> str:
    """The code of a language by its English name: Ukrainian is “uk”. What is no such name stands as it is."""
    found = pycountry.languages.get(name=name)
    return str(getattr(found, "alpha_2", name)) if found else name
