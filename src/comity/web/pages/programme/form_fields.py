"""Fields that forms of the programme share: lines, a long text, codes of countries. Checks no meaning."""

from __future__ import annotations

import re

from django import forms


def long_field(label: str, rows: int, hint: str = "") -> forms.CharField:
    return forms.CharField(
        label=label,
        required=False,
        help_text=hint,
        max_length=4000,
        widget=forms.Textarea(attrs={"rows": rows}),
    )


def lines_field(label: str, hint: str) -> forms.CharField:
    return forms.CharField(
        label=label,
        required=False,
        help_text=hint,
        max_length=4100,
        widget=forms.Textarea(attrs={"rows": 3}),
    )


def codes_in(text: str) -> tuple[str, ...]:
    """“BG, RO” as two codes; whether they are any is the domain's to say."""
    return tuple(filter(None, re.split(r"[\s,;]+", text)))
