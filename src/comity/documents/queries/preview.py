"""What a letter will look like, page by page, before it exists."""

from __future__ import annotations

from comity.documents.adapters.typesetting.letters import pictures, typeset_draft
from comity.documents.rules.letter import Letter


def preview(letter: Letter, *, draft: bool = True) -> tuple[bytes, ...]:
    """A PNG of each page; `draft` writes DRAFT across them. Raises NotPrintable, naming the place, as issuing would."""
    return pictures(letter, draft=draft)


def draft_pdf(letter: Letter) -> bytes:
    """A PDF to hand round before anybody signs, with DRAFT across its pages. Raises NotPrintable, as above."""
    return typeset_draft(letter)
