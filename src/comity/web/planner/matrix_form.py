"""Reads the matrix's question from an address: which countries, for what, on which day's law. Computes nothing."""

from __future__ import annotations

from typing import Any

from django import forms
from django.http import QueryDict

from comity.atlas.rules.measure import DataType, Measure
from comity.atlas.rules.snapshot import Snapshot
from comity.kernel import clock
from comity.kernel.country import CountryCode
from comity.kernel.words import noted, say
from comity.web.components.choices import data_choices, known_countries, measure_choices
from comity.web.form import PlainForm, dress
from comity.web.planner.fields import ChoiceOf, LawDayField

MOST = 80
"""Countries in one matrix."""


class CountriesField(forms.Field):
    """Country codes, each given alone or several with commas between; the packs' own countries where none is given."""

    def __init__(self, snapshot: Snapshot) -> None:
        super().__init__(label=noted("Countries"), required=False, widget=forms.MultipleHiddenInput())
        self.described = known_countries(snapshot)[0]

    def clean(self, value: Any) -> tuple[CountryCode, ...]:
        texts = [text for item in value or () for text in str(item).split(",") if text.strip()]
        codes: list[CountryCode] = []
        unread: list[str] = []
        for text in dict.fromkeys(texts or self.described):
            try:
                codes.append(CountryCode(text))
            except ValueError as problem:
                unread.append(str(problem))
        if unread:
            raise forms.ValidationError(unread[:3])
        distinct = tuple(dict.fromkeys(codes))
        if len(distinct) > MOST:
            raise forms.ValidationError(
                say("A matrix holds at most {limit} countries; {count} are chosen.", limit=MOST, count=len(distinct))
            )
        return distinct


class MatrixForm(PlainForm):
    """The line of fields above a matrix."""

    def __init__(self, snapshot: Snapshot, asked: QueryDict) -> None:
        data = asked.copy()
        data.setdefault("measure", Measure.PRESERVE.value)
        if not data.get("at"):
            data["at"] = clock.today().isoformat()
        super().__init__(data, auto_id="ask-%s")
        self.fields |= {
            "measure": ChoiceOf(Measure, measure_choices(), Measure.PRESERVE, label=noted("What is needed")),
            "data": ChoiceOf(DataType, data_choices(), None, label=noted("Which data")),
            "at": LawDayField(snapshot),
            "urgent": forms.BooleanField(label=noted("Urgent"), required=False),
            "countries": CountriesField(snapshot),
        }
        for field in self.fields.values():
            dress(field)
