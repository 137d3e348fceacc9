"""Texts and lines as people type them: without stray blanks, of a length that fits. Knows no field's meaning."""

from __future__ import annotations

from collections.abc import Iterable

from comity.kernel.country import CountryCode
from comity.kernel.words import say
from comity.people.rules.refusal import Refused
from comity.people.rules.texts import check_text

MOST_LINES = 20
LINE = 200
LONG = 2000
SHORT = 20
"""Letters of a text, and of a number or unit, where nothing else is said."""


def text(field: str, said: str, limit: int = LONG) -> str:
    """The text without blanks around it. Raises Refused with the field where it is too long, or cannot be kept."""
    found = said.strip()
    check_text(field, found, limit)
    return found


def needed(field: str, said: str, sentence: str, limit: int = LONG) -> str:
    """As `text`; where nothing is left, `sentence` says what is missing."""
    found = text(field, said, limit)
    if not found:
        raise Refused(field, sentence)
    return found


def lines(field: str, said: Iterable[str], *, most: int = MOST_LINES) -> tuple[str, ...]:
    """Each line once, in order, without empty ones. Raises Refused with the field."""
    found = tuple(dict.fromkeys(filter(None, (text(field, line, LINE) for line in said))))
    if len(found) > most:
        raise Refused(field, say("These are {found} lines; {most} fit.", found=len(found), most=most))
    return found


def countries(field: str, said: Iterable[str]) -> tuple[str, ...]:
    """Each country once, by code. Raises Refused with the field for what is no country."""
    try:
        return tuple(sorted({str(CountryCode(code)) for code in said}))
    except ValueError as problem:
        raise Refused(field, str(problem)) from None
