"""The field in which forms ask for a day: the browser's own, written as ISO 8601 has it. Checks no meaning."""

from __future__ import annotations

from typing import Any

from django import forms

from comity.kernel.sayable import sayable


def day_field(label: str, *, example: str = "2026-12-31", **more: Any) -> forms.DateField:
    """`example` is how the refusal of what is no day shows one; `more` goes to the field."""
    return forms.DateField(
        label=label,
        widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
        error_messages={"invalid": sayable("This is not a day. Write it as {example}.", example=example)},
        **more,
    )
