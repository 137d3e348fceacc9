"""Words that people give beside a request: titles, reasons, notes. Stripped, bounded, storable."""

from __future__ import annotations

from comity.casework.rules.refusal import refused
from comity.kernel.words import say

LONGEST_PARAGRAPH = 4000


def line(text: str, field: str, label: str, longest: int, *, required: bool = True) -> str:
    """One line. Raises Refused where it is missing though required, too long, or has a character nobody can store."""
    return paragraph(" ".join(text.split()), field, label, longest, required=required)


def paragraph(text: str, field: str, label: str, longest: int = LONGEST_PARAGRAPH, *, required: bool = True) -> str:
    """Several lines. Raises Refused as `line` does."""
    words = text.replace("\r\n", "\n").strip()
    if required and not words:
        raise refused(field, label, say("{label}: nothing is written here. Write a few words.", label=label))
    if len(words) > longest:
        raise refused(
            field,
            label,
            say(
                "{label}: {count} characters are too many; {longest} fit. Shorten it.",
                label=label,
                count=len(words),
                longest=longest,
            ),
        )
    if "\x00" in words or any("\ud800" <= character <= "\udfff" for character in words):
        raise refused(
            field, label, say("{label}: there is a character that cannot be stored. Type the text again.", label=label)
        )
    return words
