"""Months in the language spoken here: English as this house writes it, the others by CLDR."""

from __future__ import annotations

from datetime import date, datetime

from babel.dates import format_skeleton

from comity.kernel.languages import ENGLISH
from comity.kernel.words import spoken


def month_words(day: date) -> str:
    """“December 2026”, of any day of that month."""
    if spoken() == ENGLISH.code:
        return f"{day:%B %Y}"
    return format_skeleton("yMMMM", datetime(day.year, day.month, 1, 12), locale=spoken())  # noqa: DTZ001
