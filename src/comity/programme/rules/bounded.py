"""Texts that people type: without stray blanks, no longer than there is room for."""

from __future__ import annotations

from comity.people.rules.refusal import Refused

LONG = 2000
SHORT = 20


def bounded(field: str, text: str, limit: int = LONG) -> str:
    """The text without blanks around it. Raises Refused with the field."""
    text = text.strip()
    if len(text) > limit:
        raise Refused(field, f"This text has {len(text):,} characters; {limit:,} fit.")
    if "\x00" in text:
        raise Refused(field, "This text holds a character that cannot be kept. Type it anew.")
    return text


def needed(field: str, text: str, sentence: str, limit: int = LONG) -> str:
    """As `bounded`; where nothing is left, `sentence` says what is missing."""
    text = bounded(field, text, limit)
    if not text:
        raise Refused(field, sentence)
    return text
