"""A certificate of attendance as an archival PDF that can be read aloud. What people typed goes in as data."""

from __future__ import annotations

from pathlib import Path

from comity.stateofplay.adapters.archival import archival
from comity.stateofplay.adapters.signs import writable

_FORMS = Path(__file__).resolve().parents[1] / "forms"


def certificate_pdf(data: dict[str, str]) -> bytes:
    """PDF/A-3b and PDF/UA-1. The same data give the same bytes. Raises FontsMissing; ValueError for a sign that no font
    has."""
    return archival("certificate", {key: writable(text) for key, text in data.items()}, "certificate", _FORMS)
