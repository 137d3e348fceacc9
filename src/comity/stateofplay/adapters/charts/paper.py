"""A chart for a file: drawn once in the fonts of letters. Where it cannot be drawn, its words stand in its place."""

from __future__ import annotations

from typing import Literal

from comity.documents.adapters.pictures.studio import NoPicture, drawn, for_paper
from comity.stateofplay.rules.pictures.picture import Picture


def on_paper(picture: Picture, form: Literal["svg", "png"]) -> bytes | None:
    """The drawing; None where it is not to be had: whoever asks writes `picture.words` instead."""
    if picture.empty:
        return None
    try:
        return drawn(for_paper(picture.drawing.value, picture.values, form))
    except NoPicture:
        return None
