"""Whether a text that somebody typed can be kept: of a length that fits, without a character that no file can hold."""

from __future__ import annotations

from comity.people.rules.refusal import Refused


def check_text(field: str, text: str, limit: int) -> None:
    """Raises Refused with the field."""
    if len(text) > limit:
        raise Refused(field, f"This text has {len(text):,} characters; {limit:,} fit.")
    if "\x00" in text:
        raise Refused(field, "This text holds a character that cannot be kept. Type it anew.")
