"""What may stand on paper: bounded in length, and made of signs that can be seen. Knows no font and no form.

The bounds are what bounds the time and memory of setting a letter: the longest that they allow takes a second of one
processor and 150 MB (docs/reference/letters.md).
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from dataclasses import replace
from itertools import chain, pairwise

from comity.documents.rules.letter import Letter
from comity.kernel.languages import ENGLISH

LONGEST_TEXT = 120_000
"""Characters: forty printed pages."""
LONGEST_LETTER = 160_000
LONGER_WORDS = 6_000
"""Characters by which a form's own words may be longer in another language than in English."""
MOST_TEXTS = 2_000
MOST_LINES = 2_500
MOST_LINES_IN_ALL = 10_000
"""Two hundred printed pages of short lines."""
LONGEST_WORD = 2_000
MOST_TURNS = 5_000
"""Changes from one alphabet to another in a letter. A bilingual one has one or two a line."""
MOST_MARKS = 20_000
"""Accents that are characters of their own, in a letter."""
MOST_ACCENTS = 4
LARGEST_ATTACHMENT = 1024 * 1024

_TWICE = "What is given in both languages counts twice: attach the translation instead. "
_LAST_LATIN = 0x24F
_LINE_ENDS = re.compile("\r\n|[\r\u0085\u2028\u2029]")
_TURNS = frozenset("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")
"""Characters that turn the direction of writing: what a reader sees would not be what the file says."""
_NO_SIGN = {"Cc": "a control character", "Cs": "half of a character", "Co": "a character of nobody's alphabet"}


_COMMON = re.compile(
    r"[\s!-~\u00a0-\u024f\u0259\u02bc\u0370-\u03ff\u0400-\u045f\u0490\u0491\u0531-\u058a\u10d0-\u10ff"
    r"\u2010-\u2027\u2030-\u203a\u20ac\u2116]*"
)
"""Latin, Greek, Cyrillic, Georgian and Armenian letters, and the signs that stand between them."""


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

    What fits in English fits in every language, and in two: drafts are measured in English. What was typed in both
    languages counts twice in each: in two columns a text takes twice the memory to set.
    """
    _check_length(letter, 0 if letter.language == ENGLISH.code else LONGER_WORDS)
    _check_lines(letter)
    _check_signs(letter)
    for place, text in letter.texts():
        _check(place, text)


def _check_signs(letter: Letter) -> None:
    turns = marks = 0
    for place, text in letter.texts():
        turns, marks = turns + _turns_in(text), marks + _marks_in(text)
        if turns > MOST_TURNS or marks > MOST_MARKS:
            raise NotPrintable(
                f"{_at(place)}: up to here the letter changes its alphabet more than {MOST_TURNS:,} times, or has more "
                f"than {MOST_MARKS:,} accents apart from their letters. No language is written so: type it anew."
            )


def _check_length(letter: Letter, allowance: int) -> None:
    total = 0
    own = (text for _, text in replace(letter, beside=None).texts())
    first, second = letter.in_columns()
    for count, text in enumerate(chain(own, first, second, second), 1):
        total += len(text)
        if total > LONGEST_LETTER + allowance or count > MOST_TEXTS:
            raise NotPrintable(
                f"The letter is too long: it may have {LONGEST_LETTER:,} characters in {MOST_TEXTS:,} texts. "
                f"{_TWICE if second else ''}Say the essential, and send the rest as evidence."
            )


def is_common(letter: Letter) -> bool:
    """Whether all its signs are of alphabets that letters are made for: of others, only the fonts know."""
    return all(_COMMON.fullmatch(as_printed(text)) for _, text in letter.texts())


def _check_lines(letter: Letter) -> None:
    in_all = _lines_in(text for _, text in letter.texts())
    if in_all > MOST_LINES_IN_ALL:
        raise NotPrintable(
            f"The letter has {in_all:,} lines; {MOST_LINES_IN_ALL:,} can be printed. "
            "Remove line breaks, or send what is long as evidence."
        )
    lines = _lines_in(chain(*letter.in_columns()))
    if lines > 2 * MOST_LINES:
        raise NotPrintable(
            f"What is given in both languages has {lines:,} lines; {2 * MOST_LINES:,} can be printed side by side. "
            "Remove line breaks, or attach the translation instead."
        )


def _lines_in(texts: Iterable[str]) -> int:
    return sum(as_printed(text).count("\n") + 1 for text in texts)


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
    longest = max((len(word) for word in printed.split()), default=0)
    if longest > LONGEST_WORD:
        raise NotPrintable(
            f"{_at(place)}: the text has {longest:,} characters without a space; {LONGEST_WORD:,} can be printed. Put "
            "spaces or line breaks into it."
        )
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


def _turns_in(text: str) -> int:
    """How often the alphabet changes, by blocks of Unicode; Latin letters with and without accents are one."""
    if text.isascii():
        return 0
    alphabets = (ord(sign) >> 8 if ord(sign) > _LAST_LATIN else 0 for sign in text if sign.isalpha())
    return sum(one != other for one, other in pairwise(alphabets))


def _marks_in(text: str) -> int:
    return 0 if text.isascii() else sum(map(bool, map(unicodedata.combining, text)))


def _at(place: str) -> str:
    return place[:1].upper() + place[1:]
