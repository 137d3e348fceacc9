"""Texts and lines as people type them: without stray blanks, of a length that fits. Knows no field's meaning."""

from __future__ import annotations

from collections.abc import Iterable

from comity.kernel.country import CountryCode
from comity.people.rules.refusal import Refused

MOST_LINES = 20
LINE = 200


def text(field: str, said: str, limit: int) -> str:
    """The text without blanks around it. Raises Refused with the field where it is too long, or cannot be kept."""
    found = said.strip()
    if len(found) > limit:
        raise Refused(field, f"This text has {len(found):,} characters; {limit:,} fit.")
    if "\x00" in found:
        raise Refused(field, "This text holds a character that cannot be kept. Type it anew.")
    return found


def lines(field: str, said: Iterable[str], *, most: int = MOST_LINES) -> tuple[str, ...]:
    """Each line once, in order, without empty ones. Raises Refused with the field."""
    found = tuple(dict.fromkeys(filter(None, (text(field, line, LINE) for line in said))))
    if len(found) > most:
        raise Refused(field, f"These are {len(found)} lines; {most} fit.")
    return found


def countries(field: str, said: Iterable[str]) -> tuple[str, ...]:
    """Each country once, by code. Raises Refused with the field for what is no country."""
    try:
        return tuple(sorted({str(CountryCode(code)) for code in said}))
    except ValueError as problem:
        raise Refused(field, str(problem)) from None
