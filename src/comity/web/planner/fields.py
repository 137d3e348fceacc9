"""Form fields that read countries, days and choices from an address, and say in a sentence what they cannot read."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from enum import StrEnum
from typing import Any

from django import forms

from comity.atlas.queries.reform import in_sentence
from comity.atlas.rules.snapshot import Snapshot
from comity.kernel import clock
from comity.kernel.country import CountryCode
from comity.kernel.sayable import said
from comity.kernel.words import noted, say
from comity.web.components.moments import day_in_words


class CountryField(forms.CharField):
    """A country code from a select. Reads every country there is, also one that no pack mentions."""

    def __init__(self, label: str, choices: Sequence[Any], *, empty: str = "") -> None:
        options = [("", empty), *choices] if empty else list(choices)
        super().__init__(label=label, widget=forms.Select(choices=options))
        self.error_messages["required"] = say("Choose a country.")

    def clean(self, value: Any) -> CountryCode:
        text = super().clean(value)
        try:
            return CountryCode(text)
        except ValueError as problem:
            raise forms.ValidationError(str(problem)) from None


class ChoiceOf(forms.CharField):
    """One of the values of an enumeration; empty gives `default`."""

    def __init__(self, kind: type[StrEnum], choices: Sequence[Any], default: StrEnum | None, **kwargs: Any) -> None:
        widget = kwargs.pop("widget", None) or forms.Select(choices=list(choices))
        super().__init__(widget=widget, required=False, **kwargs)
        self.kind, self.default = kind, default

    def clean(self, value: Any) -> StrEnum | None:
        text = super().clean(value)
        if not text:
            return self.default
        if text not in set(self.kind):
            raise forms.ValidationError(say("“{text}” is not one of: {words}.", text=text, words=", ".join(self.kind)))
        return self.kind(text)


class LawDayField(forms.CharField):
    """The day whose law applies: as 2017-06-16; today where none is given."""

    def __init__(self, snapshot: Snapshot) -> None:
        widget = forms.TextInput(attrs={"type": "date"})
        super().__init__(label=noted("As the law stood on"), required=False, widget=widget)
        self.snapshot = snapshot

    def clean(self, value: Any) -> date:
        text = super().clean(value)
        day = read_day(text)
        first = first_day(self.snapshot)
        if first and day < first[0]:
            raise forms.ValidationError(
                say(
                    "On {day} no treaty of these packs was in force yet. The first of them is {treaty}: give {first} "
                    "or a later day.",
                    day=day_in_words(day),
                    treaty=said(first[1]),
                    first=day_in_words(first[0]),
                )
            )
        return day


def read_day(text: str) -> date:
    """The day written in `text`; today where there is none. Raises ValidationError with a sentence."""
    if not text:
        return clock.today()
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise forms.ValidationError(say("“{text}” is not a day. Write it as 2017-06-16.", text=text[:40])) from None


def first_day(snapshot: Snapshot) -> tuple[date, str] | None:
    """The first day on which any treaty of the packs was in force, and which one it was."""
    days = [
        (fact.start, in_sentence(pack.instrument.short))
        for pack in snapshot.instruments.values()
        for fact in pack.instrument.in_force
        if fact.value and fact.start
    ]
    return min(days, default=None)
