"""A letter in the forms that carry no signature: a text document to edit, plain text to read on a phone."""

from __future__ import annotations

from comity.documents.adapters.office.word_file import MEDIA_TYPE, word_file
from comity.documents.rules.letter import Letter
from comity.documents.rules.plain_text import plain_text

WORD = MEDIA_TYPE
"""The media type of DOCX."""


def as_word(letter: Letter, *, draft: bool) -> bytes:
    """DOCX; `draft` while nobody has signed the letter. Raises NotPrintable, naming the place."""
    return word_file(letter, draft=draft)


def as_text(letter: Letter, *, draft: bool) -> str:
    """Plain text; `draft` and NotPrintable as above."""
    return plain_text(letter, draft=draft)
