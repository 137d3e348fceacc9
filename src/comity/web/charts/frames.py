"""A chart on a page: which picture for which screen, by the reader's theme and the screen's width."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from comity.documents.adapters.pictures.look import Shade, Size
from comity.web.theme import Theme

PHONE = "(max-width: 40rem)"
NIGHT = "screen and (prefers-color-scheme: dark)"


@dataclass(frozen=True, slots=True)
class Source:
    """A picture for one sort of screen; an empty `media` is for all others."""

    media: str
    address: str


def frames(address: Callable[[Shade, Size], str], theme: Theme) -> tuple[Source, ...]:
    """The pictures, the last for every screen. Where the theme follows the machine, the browser chooses."""
    shades = {Theme.LIGHT: [Shade.LIGHT], Theme.DARK: [Shade.DARK], Theme.AUTO: [Shade.DARK, Shade.LIGHT]}[theme]
    return tuple(
        Source(
            " and ".join(
                part for part in (NIGHT if len(shades) > 1 and shade is Shade.DARK else "", _WIDTHS[size]) if part
            ),
            address(shade, size),
        )
        for shade in shades
        for size in (Size.NARROW, Size.WIDE)
    )


_WIDTHS = {Size.NARROW: PHONE, Size.WIDE: ""}
