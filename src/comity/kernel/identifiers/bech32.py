"""Bech32 and Bech32m, the writing of newer Bitcoin addresses (BIP 173, BIP 350), checksum and lengths included."""

from __future__ import annotations

_ALPHABET = "qpzry9x8gf2tvdw0s3jn54khce6mua7l"
_VALUES = {character: value for value, character in enumerate(_ALPHABET)}
_GENERATORS = (0x3B6A57B2, 0x26508E6D, 0x1EA119FA, 0x3D4233DD, 0x2A1462B3)
_CONSTANTS = {0: 1}
_LATER_CONSTANT = 0x2BC830A3
_CHECK_LENGTH = 6
_LONGEST = 90
_LATEST_VERSION = 16
_VERSION_0_BYTES = (20, 32)


def is_witness_address(text: str) -> bool:
    """Whether `text` (lower or upper case throughout) is a whole segregated-witness address."""
    address = text.lower()
    prefix, mark, data = address.rpartition("1")
    if not mark or len(address) > _LONGEST or (text != address and text != text.upper()):
        return False
    values = [_VALUES.get(character, -1) for character in data]
    if len(values) <= _CHECK_LENGTH or -1 in values:
        return False
    version, program = values[0], values[1:-_CHECK_LENGTH]
    expected = _CONSTANTS.get(version, _LATER_CONSTANT)
    return version <= _LATEST_VERSION and _program_fits(version, program) and _checksum(prefix, values) == expected


def _program_fits(version: int, program: list[int]) -> bool:
    """The five-bit groups hold whole bytes, of a number that the version allows, and the bits left over are zero."""
    length, left_over = divmod(len(program) * 5, 8)
    if left_over >= 5 or (program and program[-1] & ((1 << left_over) - 1)):  # noqa: PLR2004 - bits of one group
        return False
    return length in _VERSION_0_BYTES if version == 0 else 2 <= length <= 40  # noqa: PLR2004 - BIP 141


def _checksum(prefix: str, values: list[int]) -> int:
    expanded = [ord(character) >> 5 for character in prefix] + [0] + [ord(character) & 31 for character in prefix]
    check = 1
    for value in expanded + values:
        top = check >> 25
        check = (check & 0x1FFFFFF) << 5 ^ value
        for bit, generator in enumerate(_GENERATORS):
            check ^= generator if (top >> bit) & 1 else 0
    return check
