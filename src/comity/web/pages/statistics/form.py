"""What one may ask of the statistics: months, a country, a direction. Nothing said means the last twelve months."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date
from typing import Any

from django import forms
from django.core.exceptions import ValidationError

from comity.casework.queries.statistics import DIRECTIONS, counted_countries, last_year, this_month
from comity.casework.rules.statistics.figures import Asked
from comity.kernel.country_words import country_words
from comity.kernel.sayable import said
from comity.kernel.words import say
from comity.web.form import PlainForm, dress

LONGEST = 240
"""Months in one question: twenty years."""
_MONTH = re.compile(r"(\d{4})-(\d{2})\Z")


class MonthField(forms.CharField):
    """A month as browsers write it, “2026-11”; its value is the first day of it."""

    def __init__(self, label: str) -> None:
        super().__init__(
            label=label,
            required=False,
            max_length=20,
            widget=forms.TextInput(attrs={"type": "month", "placeholder": "2026-11"}),
        )

    def clean(self, value: Any) -> Any:
        """Raises ValidationError for anything but a month."""
        text = super().clean(value).strip()
        if not text:
            return None
        found = _MONTH.match(text)
        if not found or not date.min.year < int(found[1]) < date.max.year or not 1 <= int(found[2]) <= 12:  # noqa: PLR2004
            raise ValidationError(
                say("“{text}” is not a month. Write year and month with a dash, for example 2026-11.", text=text)
            )
        return date(int(found[1]), int(found[2]), 1)


class StatisticsForm(PlainForm):
    """The form above the figures, and the reading of every address that asks for some. `month` is the one it is."""

    def __init__(self, asked: Mapping[str, Any]) -> None:
        self.month = this_month()
        usual = last_year(self.month)
        super().__init__(
            {
                "from": asked.get("from") or f"{usual.since:%Y-%m}",
                "to": asked.get("to") or f"{usual.until:%Y-%m}",
                "country": asked.get("country", ""),
                "direction": asked.get("direction", ""),
            },
            auto_id="asked-%s",
        )
        self.fields |= {
            "from": MonthField(say("From")),
            "to": MonthField("To"),
            "country": forms.ChoiceField(
                label=say("Country"),
                required=False,
                choices=[("", say("All countries")), *((code, country_words(code)) for code, _ in counted_countries())],
                error_messages={
                    "invalid_choice": say("Nothing was exchanged with that country. Choose one of the list.")
                },
            ),
            "direction": forms.ChoiceField(
                label=say("Direction"),
                required=False,
                choices=[("", say("Both")), *((value, said(way.label)) for value, way in DIRECTIONS.items())],
                error_messages={
                    "invalid_choice": say("There are two directions: “outgoing” and “incoming”. Choose one.")
                },
            ),
        }
        for field in self.fields.values():
            dress(field)

    def clean(self) -> dict[str, Any]:
        """Raises ValidationError where the months do not make a period."""
        read = super().clean() or {}
        since, until = read.get("from"), read.get("to")
        if since and until and until < since:
            self.add_error(
                "to", say("The period ends before it begins. Give {since} or a later month.", since=f"{since:%Y-%m}")
            )
        elif since and until and (until.year - since.year) * 12 + until.month - since.month >= LONGEST:
            self.add_error("from", say("That is more than {years} years. Give a shorter period.", years=LONGEST // 12))
        return read

    def asked(self) -> Asked:
        """The question; call it on a form that `is_valid()`."""
        read = self.cleaned_data
        return Asked(read["from"], read["to"], read["country"], DIRECTIONS.get(read["direction"]))


def parameters(asked: Asked, **more: str) -> dict[str, str]:
    """What stands in an address for these figures; what goes without saying is left out by `with_query`."""
    return {
        "from": f"{asked.since:%Y-%m}",
        "to": f"{asked.until:%Y-%m}",
        "country": asked.country,
        "direction": asked.direction.value if asked.direction else "",
        **more,
    }
