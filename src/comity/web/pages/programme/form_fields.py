"""Fields that forms of the programme share: lines, a long text, codes of countries. Checks no meaning."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Protocol

from django import forms

from comity.kernel.sayable import said


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


class Labelled(Protocol):
    """A member of an enumeration that has a word."""

    @property
    def value(self) -> str: ...
    @property
    def label(self) -> str: ...


def labelled(those: Iterable[Labelled]) -> list[tuple[str, str]]:
    """Each as a choice, its word in the reader's language, as a line begins."""
    words = [(each.value, said(each.label)) for each in those]
    return [(value, f"{word[:1].upper()}{word[1:]}") for value, word in words]
