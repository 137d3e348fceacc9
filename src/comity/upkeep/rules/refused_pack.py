"""Why a file with a pack, or a key for one, was refused: in a sentence for whoever brought it."""

from __future__ import annotations


class PackRefused(ValueError):
    """Nothing was saved. The text says what is wrong with the file, key or choice, and what to do."""
