"""A country's profile as an archival PDF that can be read aloud. What people typed goes in as data."""

from __future__ import annotations

from dataclasses import asdict
from typing import Any

from comity.stateofplay.adapters.archival import archival
from comity.stateofplay.adapters.signs import writable
from comity.stateofplay.rules.profile_sheet import ProfileSheet


def as_pdf(sheet: ProfileSheet) -> bytes:
    """PDF/A-3b and PDF/UA-1, A4 upright. The same sheet gives the same bytes. Raises FontsMissing.

    A sign that no font has raises ValueError.
    """
    data = _printed({**asdict(sheet), "day": sheet.day.isoformat()})
    return archival("profile", data, "profile")


def _printed(value: Any) -> Any:
    """The same data with every text as paper can show it."""
    if isinstance(value, str):
        return writable(value)
    if isinstance(value, dict):
        return {key: _printed(item) for key, item in value.items()}
    if isinstance(value, list | tuple):
        return [_printed(item) for item in value]
    return value
