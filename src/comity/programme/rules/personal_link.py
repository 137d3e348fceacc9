"""The part of an address that lets one person see and erase their own data: their number and a keyed seal over it.

Nothing is kept to recognise it by, so nothing of it can be read in the database.
"""

from __future__ import annotations

import hmac
from hashlib import sha256

_SEAL = 40
"""Hexadecimal digits: 160 bits."""


def personal(number: int, key: str) -> str:
    """“12-9f0c…”: the same each time, and hopeless to guess without the key."""
    return f"{number}-{_sealed(number, key)}"


def number_of(text: str, key: str) -> int | None:
    """The number that `text` is sealed for, or None for anything else."""
    number, _, seal = text.partition("-")
    if not (number.isascii() and number.isdecimal() and len(number) < 19 and seal.isascii()):  # noqa: PLR2004  as much as a bigint holds
        return None
    found = int(number)
    whole = str(found) == number and hmac.compare_digest(seal, _sealed(found, key))
    return found if whole else None


def _sealed(number: int, key: str) -> str:
    return hmac.new(key.encode(), f"participant:{number}".encode(), sha256).hexdigest()[:_SEAL]
