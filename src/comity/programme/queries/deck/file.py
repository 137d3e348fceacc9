"""The deck as a file."""

from __future__ import annotations

from comity.programme.adapters.deck.presentation import as_pptx
from comity.programme.rules.deck import Deck

MEDIA_TYPE = "application/vnd.openxmlformats-officedocument.presentationml.presentation"


def deck_file(deck: Deck) -> bytes:
    """A presentation that PowerPoint and LibreOffice open."""
    return as_pptx(deck)
