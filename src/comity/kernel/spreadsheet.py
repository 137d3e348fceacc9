"""Texts in the cells of tables that spreadsheets open. Writes no file."""

from __future__ import annotations

_BEGINS_A_FORMULA = ("=", "+", "-", "@", "\t", "\r")


def guarded(text: str) -> str:
    """As text that no spreadsheet takes for a formula: an apostrophe before what begins like one."""
    return f"'{text}" if text.startswith(_BEGINS_A_FORMULA) else text
