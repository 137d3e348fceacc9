"""Sentences that are made now, kept, and said later: the planner's reasons, which all readers of a node share.

A sayable sentence is its English text, and remembers what it was made of. So it may be kept by whatever keeps texts,
and each reader hears it in their own language. What is cut, joined or written to a database is English, and stays so.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any

from comity.kernel.country import CountryCode
from comity.kernel.country_words import country_in_sentence
from comity.kernel.day_words import day_words, english_day
from comity.kernel.languages import ENGLISH
from comity.kernel.words import say, spoken


class Sayable(str):
    """An English text with the sentence and the values that it was made of."""

    __slots__ = ("english", "values")
    english: str
    values: Mapping[str, object]

    def __deepcopy__(self, _memo: Any) -> Sayable:
        return self


def sayable(english: str, **values: object) -> Sayable:
    """The sentence `english`, its {places} filled. Values that are days, codes of countries or sayable themselves are
    said in the reader's language too. In English a country stands as within a sentence, a sentence begins large."""
    plain: dict[str, object] = values
    for name, value in values.items():  # made for each pair of States: what needs no word of its own is left alone
        if type(value) is CountryCode or type(value) is date:
            plain = {**plain, name: _plain(value)}
    text = english.format(**plain)
    if english[0] == "{" and english[-1] == "." and text[0].islower():
        text = f"{text[0].upper()}{text[1:]}"
    made = Sayable(text)
    made.english, made.values = english, values
    return made


def listed(texts: Iterable[str]) -> Sayable:
    """The texts with commas between them, each said in the reader's language."""
    named = {f"part{number}": sayable(text) for number, text in enumerate(texts)}
    return sayable(", ".join(f"{{{name}}}" for name in named), **named)


def said(text: str) -> str:
    """The text in the language spoken here; a plain one as the whole sentence that it is."""
    if spoken() == ENGLISH.code:
        return text
    if isinstance(text, Sayable):
        return say(text.english, **{name: _said(value) for name, value in text.values.items()})
    return say(text)


def _plain(value: CountryCode | date) -> str:
    return value.in_sentence if isinstance(value, CountryCode) else english_day(value)


def _said(value: object) -> object:
    if isinstance(value, CountryCode):
        return country_in_sentence(value)
    if isinstance(value, date):
        return day_words(value)
    return said(value) if isinstance(value, Sayable) else value
