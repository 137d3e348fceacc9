"""Whether a text that somebody typed can be kept: of a length that fits, without a character that no file can hold."""

from __future__ import annotations

from comity.kernel.words import say
from comity.people.rules.refusal import Refused


def check_text(field: str, text: str, limit: int) -> None:
    """Raises Refused with the field."""
    if len(text) > limit:
        count, fit = f"{len(text):,}", f"{limit:,}"
        raise Refused(field, say("This text has {count} characters; {limit} fit.", count=count, limit=fit))
    if "\x00" in text:
        raise Refused(field, say("This text holds a character that cannot be kept. Type it anew."))
