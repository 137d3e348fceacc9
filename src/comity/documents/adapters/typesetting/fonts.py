"""The fonts letters are set in: those of the node's front-end folder and no others, so that a letter looks the same
on every machine. Never falls back to what a system happens to have.
"""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path

import typst
from django.conf import settings

NEEDED = ("Noto Sans", "Noto Sans Georgian", "Noto Sans Armenian", "DejaVu Sans", "DejaVu Sans Mono")


class FontsMissing(RuntimeError):
    """Letters cannot be set on this node before its fonts are fetched. The text says which are missing, and where."""


def fonts() -> typst.Fonts:
    """The node's fonts, read once. Raises FontsMissing."""
    return _read(settings.ENV.frontend / "fonts")


@lru_cache(maxsize=4)
def _read(folder: Path) -> typst.Fonts:
    found = typst.Fonts(include_system_fonts=False, include_embedded_fonts=False, font_paths=[folder])
    missing = [family for family in NEEDED if family not in found.families()]
    if missing:
        raise FontsMissing(f"{folder} lacks the fonts {', '.join(missing)}. Fetch them with “make frontend”.")
    return found
