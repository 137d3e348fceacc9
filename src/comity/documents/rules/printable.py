"""What may stand on paper: bounded in length, and made of signs that can be seen. Knows no font and no form.

The bounds are what bounds the time of setting a letter: the longest letter they allow takes half a second.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import replace

from comity.documents.rules.letter import Letter
from comity.kernel.languages import ENGLISH

LONGEST_TEXT = 10_000
LONGEST_LETTER = 60_000
LONGER_WORDS = 6_000
"""Characters by which a form's own words may be longer in another language than in English."""
MOST_TEXTS = 2_000
MOST_LINES = 500
MOST_ACCENTS = 4
LARGEST_ATTACHMENT = 1024 * 1024

_LINE_ENDS = re.compile("\r\n|[\r\u0085\u2028\u2029]")
_TURNS = frozenset("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")
"""Characters that turn the direction of writing: what a reader sees would not be what the file says."""
_NO_SIGN = {"Cc": "a control character", "Cs": "half of a character", "Co": "a character of nobody's alphabet"}


class NotPrintable(ValueError):
    """The letter cannot be set as it is. The text says where, why, and what to do."""


def as_printed(text: str) -> str:
    """`text` as it stands on paper: any line end as one, tabs as spaces, invisible format characters left out."""
    ends = _LINE_ENDS.sub("\n", text).replace("\t", " ")
    if ends.isascii():  # what most texts are has none of them
        return ends
    return "".join(sign for sign in ends if sign in _TURNS or unicodedata.category(sign) != "Cf")


def check_printable(letter: Letter) -> None:
    """Raises NotPrintable for the first text that is too long or holds a character that paper cannot show.

    What fits in English fits in every language, and in two: drafts are measured in English.
    """
    _check_length(replace(letter, beside=None), 0 if letter.language == ENGLISH.code else LONGER_WORDS)
    for place, text in letter.texts():
        _check(place, text)


def _check_length(letter: Letter, allowance: int) -> None:
    total = 0
    for count, (_, text) in enumerate(letter.texts(), 1):
        total += len(text)
        if total > LONGEST_LETTER + allowance or count > MOST_TEXTS:
            raise NotPrintable(
                f"The letter is too long: it may have {LONGEST_LETTER:,} characters in {MOST_TEXTS:,} texts. "
                "Say the essential, and send the rest as evidence."
            )


def check_attachment(attachment: bytes) -> str:
    """The attachment as text. Raises NotPrintable where it is larger than one mebibyte or not UTF-8."""
    if len(attachment) > LARGEST_ATTACHMENT:
        raise NotPrintable(f"The attachment has {len(attachment):,} bytes; a letter carries {LARGEST_ATTACHMENT:,}.")
    try:
        return attachment.decode()
    except UnicodeDecodeError as problem:
        raise NotPrintable("The attachment is not text in UTF-8. A letter carries JSON.") from problem


def described(sign: str) -> str:
    """A character for an error message: itself where it can be seen, its number and its name in Unicode."""
    name = unicodedata.name(sign, "")
    shown = f"“{sign}” " if sign.isprintable() else ""
    return f"{shown}(U+{ord(sign):04X}{', ' + name.capitalize() if name else ''})"


def _check(place: str, text: str) -> None:
    if len(text) > LONGEST_TEXT:
        raise NotPrintable(f"{_at(place)}: the text has {len(text):,} characters; {LONGEST_TEXT:,} can be printed.")
    printed = as_printed(text)
    if printed.count("\n") >= MOST_LINES:
        raise NotPrintable(f"{_at(place)}: the text has more than {MOST_LINES} lines. Remove line breaks.")
    accents = 0
    for sign in printed:
        category = unicodedata.category(sign)
        if sign in _TURNS or (category in _NO_SIGN and sign != "\n"):
            what = "a character that turns the direction of writing" if sign in _TURNS else _NO_SIGN[category]
            raise NotPrintable(
                f"{_at(place)}: the text has {what} {described(sign)}, which cannot be printed. Remove it."
            )
        accents = accents + 1 if category.startswith("M") else 0
        if accents > MOST_ACCENTS:
            raise NotPrintable(f"{_at(place)}: a letter carries more than {MOST_ACCENTS} accents. Remove some of them.")


def _at(place: str) -> str:
    return place[:1].upper() + place[1:]
