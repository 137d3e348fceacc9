"""Base58Check, the writing of older crypto-asset addresses: a version byte, a payload, and four bytes of SHA-256."""

from __future__ import annotations

import hashlib

_ALPHABET = "123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz"
_VALUES = {character: value for value, character in enumerate(_ALPHABET)}
_ADDRESS_BYTES = 25
_CHECK_BYTES = 4


def version_byte(text: str) -> int | None:
    """The first byte of an address of 25 bytes whose check bytes agree, None for anything else."""
    number = 0
    for character in text:
        if character not in _VALUES:
            return None
        number = number * len(_ALPHABET) + _VALUES[character]
    try:
        whole = number.to_bytes(_ADDRESS_BYTES, "big")
    except OverflowError:
        return None
    leading_zeros = len(whole) - len(whole.lstrip(b"\0"))
    if leading_zeros != len(text) - len(text.lstrip("1")):
        return None
    payload, check = whole[:-_CHECK_BYTES], whole[-_CHECK_BYTES:]
    agrees = hashlib.sha256(hashlib.sha256(payload).digest()).digest()[:_CHECK_BYTES] == check
    return whole[0] if agrees else None
