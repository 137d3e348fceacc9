"""How every chart looks: colours for light and dark, type, and two widths. The page's palette, in numbers."""

from __future__ import annotations

import textwrap
from dataclasses import dataclass
from enum import StrEnum
from typing import Any


class Shade(StrEnum):
    """The ground on which a chart is read."""

    LIGHT = "light"
    DARK = "dark"


class Size(StrEnum):
    """For a desk, or for a phone: a chart that is only scaled down has letters that nobody can read."""

    WIDE = "wide"
    NARROW = "narrow"


@dataclass(frozen=True, slots=True)
class Look:
    """Colours and measures of one picture."""

    shade: Shade = Shade.LIGHT
    size: Size = Size.WIDE

    @property
    def ground(self) -> str:
        return "#ffffff" if self.shade is Shade.LIGHT else "#18212c"

    @property
    def ink(self) -> str:
        return "#17222e" if self.shade is Shade.LIGHT else "#dfe7ef"

    @property
    def soft(self) -> str:
        return "#4b5a6a" if self.shade is Shade.LIGHT else "#a5b4c4"

    @property
    def line(self) -> str:
        return "#d5dde6" if self.shade is Shade.LIGHT else "#2e3b4a"

    @property
    def sides(self) -> tuple[str, str]:
        """From us, to us: deep blue and amber, told apart in any kind of colour vision, and by their order."""
        return ("#1f4690", "#b8620a") if self.shade is Shade.LIGHT else ("#84abf7", "#e0964a")

    @property
    def steps(self) -> tuple[str, ...]:
        """For what is stacked: told apart in any kind of colour vision by how light they are, and by their order."""
        if self.shade is Shade.LIGHT:
            return ("#0b2a5b", "#3f73c8", "#b8620a", "#7c8a99", "#d9b98a", "#7a1015")
        return ("#dbe7ff", "#84abf7", "#e0964a", "#8393a5", "#6b521d", "#f9a3a3")

    @property
    def tones(self) -> dict[str, tuple[str, str]]:
        """A tile's ground and the letters on it: deep blue for what is there, pale blue for a part of it, amber for
        what lacks, grey for what is not known. Told apart in any kind of colour vision; the tile has its word too."""
        return _LIGHT if self.shade is Shade.LIGHT else _DARK

    @property
    def width(self) -> int:
        """Of the plot itself, in pixels, with its axis beside it."""
        return 330 if self.size is Size.WIDE else 190

    @property
    def letters(self) -> int:
        """After how many letters a label goes on in the next line."""
        return 24 if self.size is Size.WIDE else 16

    @property
    def margin(self) -> int:
        """Room for a label of so many letters, in whatever font the reader's machine has: the picture is measured with
        one font and read in another."""
        return 185 if self.size is Size.WIDE else 125


_LIGHT = {
    "good": ("#1f4690", "#ffffff"),
    "part": ("#a8c4f5", "#17222e"),
    "gap": ("#b05c08", "#ffffff"),
    "unknown": ("#e6ebf0", "#17222e"),
}
_DARK = {
    "good": ("#84abf7", "#101820"),
    "part": ("#36558f", "#ffffff"),
    "gap": ("#b05c08", "#ffffff"),
    "unknown": ("#2e3b4a", "#dfe7ef"),
}
SIDES = ("From us", "To us")
FONT = "system-ui, -apple-system, 'Segoe UI', 'Noto Sans', 'Liberation Sans', Arial, sans-serif"
PAPER = "Noto Sans"
"""The font of letters and reports, which every node has."""
LINE_BREAK = "|"


def wrapped(label: str, look: Look) -> str:
    """The label with breaks, three lines at most; the table beside the chart has it whole."""
    lines = textwrap.wrap(label.replace(LINE_BREAK, "/"), look.letters) or [""]
    return LINE_BREAK.join(lines[:2] + ([f"{lines[2]} …"] if len(lines) > 3 else lines[2:3]))  # noqa: PLR2004


def config(look: Look, font: str = FONT) -> dict[str, Any]:
    """The engine's settings."""
    return {
        "background": look.ground,
        "font": font,
        "padding": {"left": 8, "top": 8, "bottom": 8, "right": 28},
        "view": {"stroke": None},
        "title": {"color": look.ink, "fontSize": 15, "fontWeight": 600, "anchor": "start", "offset": 12},
        "axis": {
            "labelColor": look.ink,
            "titleColor": look.soft,
            "titleFontWeight": "normal",
            "labelFontSize": 12,
            "titleFontSize": 12,
            "gridColor": look.line,
            "domainColor": look.line,
            "tickColor": look.line,
            "labelLimit": 400,
            "labelPadding": 6,
        },
        "legend": {
            "orient": "top",
            "title": None,
            "labelColor": look.ink,
            "labelFontSize": 12,
            "symbolType": "square",
            "symbolOpacity": 1,
        },
    }
