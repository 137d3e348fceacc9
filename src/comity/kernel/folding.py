"""Words without the marks that people leave out, type otherwise or do not find on their keyboard.

What is looked for is folded here; what is stored is folded by the database, by the same table (see the migration that
makes `casework_lexemes`): a test holds the two together.
"""

from __future__ import annotations

PLAIN = {
    "a": "àáâãäåāăą",
    "c": "çćč",
    "d": "ďđ",
    "e": "èéêëēėęěə",
    "g": "ğģ",
    "i": "ìíîïīıİ",
    "k": "ķ",
    "l": "ļľł",
    "n": "ñńņň",
    "o": "òóôõöőø",
    "r": "ŕř",
    "s": "śşšș",
    "t": "ţťț",
    "u": "ùúûüūůű",
    "y": "ýÿ",
    "z": "źżž",
    "е": "ё",
}
"""By the bare letter: Latin letters with marks, Romanian with cedilla or comma, the dotless i and the schwa of
Azerbaijani, and ё. Й is a letter of its own, as are those of Ukrainian and Belarusian: they stay."""

_TABLE = str.maketrans(
    {
        form: plain
        for plain, letters in PLAIN.items()
        for letter in letters
        for form in (letter, letter.upper())
        if not form.isascii()
    }
)


def folded(text: str) -> str:
    """`text` with bare letters in place of marked ones; an upper-case letter that had a mark becomes a small one."""
    return text.translate(_TABLE)
