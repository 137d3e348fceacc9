"""The form that takes a table. What it may hold is the domain's."""

from __future__ import annotations

from django import forms

from comity.kernel.sayable import sayable
from comity.programme.rules.importing.limits import LARGEST, ROWS
from comity.web.form import PlainForm


class ImportForm(PlainForm):
    """A file to check. Nothing is imported by it."""

    file = forms.FileField(
        label="Table",
        allow_empty_file=True,
        help_text=sayable(
            "XLSX, or CSV in UTF-8: at most {megabytes} MB and {rows} rows.",
            megabytes=LARGEST // 1024 // 1024,
            rows=f"{ROWS:,}",
        ),
        error_messages={"required": "Choose the file with the table first."},
    )
