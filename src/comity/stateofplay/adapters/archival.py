"""Typesets a form as an archival PDF that can be read aloud: of `stateofplay/forms`, or a folder given. Knows no
content."""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any, Literal

import typst

from comity.documents.adapters.typesetting.fonts import fonts

_STANDARDS: list[Literal["a-3b", "ua-1"]] = ["a-3b", "ua-1"]
"""As letters: archival, and readable aloud."""

_FORMS = Path(__file__).resolve().parents[1] / "forms"


def archival(form: str, data: Mapping[str, Any], what: str, forms: Path = _FORMS) -> bytes:
    """PDF/A-3b and PDF/UA-1 of the form's name, which finds `data` as JSON under that name: what people typed is never
    part of the form. The same data give the same bytes. Raises FontsMissing; ValueError, which names `what`, for a sign
    that no font has.
    """
    file = forms / f"{form}.typ"
    compiler: Any = typst.Compiler(font_paths=fonts(), ignore_system_fonts=True)
    try:
        made = compiler.compile(
            input=file.read_bytes(),
            root=forms,
            sys_inputs={form: json.dumps(data, ensure_ascii=False)},
            format="pdf",
            pdf_standards=_STANDARDS,
        )
    except typst.TypstError as problem:
        raise ValueError(f"The {what} cannot be printed: {problem.message}") from problem
    return bytes(made)
