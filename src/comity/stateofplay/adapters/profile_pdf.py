"""A country's profile as an archival PDF that can be read aloud. What people typed goes in as data."""

from __future__ import annotations

import json
from dataclasses import asdict
from pathlib import Path
from typing import Any, Literal

import typst

from comity.documents.adapters.fonts import fonts
from comity.stateofplay.adapters.signs import writable
from comity.stateofplay.rules.profile_sheet import ProfileSheet

_STANDARDS: list[Literal["a-3b", "ua-1"]] = ["a-3b", "ua-1"]
"""As letters: archival, and readable aloud."""

_FORM = Path(__file__).resolve().parents[1] / "forms" / "profile.typ"


def as_pdf(sheet: ProfileSheet) -> bytes:
    """PDF/A-3b and PDF/UA-1, A4 upright. The same sheet gives the same bytes. Raises FontsMissing.

    A sign that no font has raises ValueError.
    """
    data = _printed({**asdict(sheet), "day": sheet.day.isoformat()})
    compiler: Any = typst.Compiler(font_paths=fonts(), ignore_system_fonts=True)
    try:
        made = compiler.compile(
            input=_FORM.read_bytes(),
            root=_FORM.parent,
            sys_inputs={"profile": json.dumps(data, ensure_ascii=False)},
            format="pdf",
            pdf_standards=_STANDARDS,
        )
    except typst.TypstError as problem:
        raise ValueError(f"The profile cannot be printed: {problem.message}") from problem
    return bytes(made)


def _printed(value: Any) -> Any:
    """The same data with every text as paper can show it."""
    if isinstance(value, str):
        return writable(value)
    if isinstance(value, dict):
        return {key: _printed(item) for key, item in value.items()}
    if isinstance(value, list | tuple):
        return [_printed(item) for item in value]
    return value
