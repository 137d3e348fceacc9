"""How a chart's sentences count: in words up to twelve in English, in figures elsewhere, where words would be bent."""

from __future__ import annotations

from comity.kernel.languages import ENGLISH
from comity.kernel.words import spoken
from comity.stateofplay.rules.pictures.picture import number


def counting(count: int) -> str:
    """“five”, “1,250”."""
    return number(count) if spoken() == ENGLISH.code else f"{count:,}"
