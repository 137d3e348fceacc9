"""Which picture of a chart is for which screen: wide or narrow, light or dark, as the page tells the browser."""

from __future__ import annotations

from dataclasses import dataclass

PHONE = "(max-width: 40rem)"
NIGHT = "screen and (prefers-color-scheme: dark)"


@dataclass(frozen=True, slots=True)
class Source:
    """A picture for one sort of screen; an empty `media` is for all others."""

    media: str
    address: str
