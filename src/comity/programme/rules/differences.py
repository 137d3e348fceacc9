"""What differs between two versions of what is kept, in words for the ledger."""

from __future__ import annotations

from dataclasses import fields
from datetime import date
from enum import StrEnum
from typing import Any

LONGEST_LIST = 2000


def differences(before: Any, after: Any) -> list[list[str]]:
    """Of two values of one dataclass: each field that differs, as label and its new words."""
    return [
        [field.name.replace("_", " ").capitalize(), _words(getattr(after, field.name))]
        for field in fields(after)
        if getattr(before, field.name) != getattr(after, field.name)
    ]


def _words(value: Any) -> str:
    if isinstance(value, bool):
        return "yes" if value else "no"
    if value in (None, "", ()):
        return "nothing any more"
    if isinstance(value, date):
        return f"{value.day} {value:%B %Y}"
    if isinstance(value, StrEnum):
        return str(getattr(value, "label", value.value))
    if isinstance(value, tuple):
        return ", ".join(map(str, value))[:LONGEST_LIST]
    return str(value)
