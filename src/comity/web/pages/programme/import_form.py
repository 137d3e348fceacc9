"""The form that takes a table. What it may hold is the domain's."""

from __future__ import annotations

from django import forms

from comity.programme.rules.importing.limits import LARGEST, ROWS
from comity.web.form import PlainForm


class ImportForm(PlainForm):
    """A file to check. Nothing is imported by it."""

    file = forms.FileField(
        label="Table",
        allow_empty_file=True,
        help_text=f"XLSX, or CSV in UTF-8: at most {LARGEST // 1024 // 1024} MB and {ROWS:,} rows.",
        error_messages={"required": "Choose the file with the table first."},
    )
