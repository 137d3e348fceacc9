"""Sentences that are made now, kept, and said later: the planner's reasons, which all readers of a node share.

A sayable sentence is its English text, and remembers what it was made of. So it may be kept by whatever keeps texts,
and each reader hears it in their own language. What is cut, joined or written to a database is English, and stays so.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any, cast

from comity.kernel import cldr
from comity.kernel.country import CountryCode
from comity.kernel.country_words import country_in_sentence
from comity.kernel.day_words import day_words, english_day
from comity.kernel.languages import ENGLISH
from comity.kernel.words import say, say_count, spoken


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


class Counted(Sayable):
    """A sentence of `count` things; `english` is that of one, `many` that of several."""

    __slots__ = ("many",)
    many: str


class Series(Sayable):
    """Texts in a row, the last after “and” or what stands for it."""

    __slots__ = ()


def sayable_count(one: str, many: str, count: int, **values: object) -> Sayable:
    """As `sayable`, for `count` things: {count} is filled with the number, by each language's rule of plural forms."""
    made = Counted(sayable(one if count == 1 else many, count=count, **values))
    made.english, made.many, made.values = one, many, {"count": count, **values}
    return made


def number(count: int) -> Sayable:
    """A small number: in English a word as within a sentence, elsewhere figures, since words bend there."""
    made = Sayable(_NUMBERS[count] if count < len(_NUMBERS) else str(count))
    made.english, made.values = "{count}", {"count": count}
    return made


def series(texts: Iterable[str]) -> Sayable:
    """“a, b and c”: each said in the reader's language, countries as within a sentence."""
    values = {f"part{place}": _value(text) for place, text in enumerate(texts)}
    shown = [value.in_sentence if isinstance(value, CountryCode) else value for value in values.values()]
    made = Series(cldr.listed(shown, ENGLISH.code))
    made.english, made.values = "", values
    return made


def listed(texts: Iterable[str], between: str = ", ") -> Sayable:
    """The texts with commas between them, or what is asked for; each said in the reader's language."""
    named = {f"part{place}": _value(text) for place, text in enumerate(texts)}
    if not named:
        return series(())
    return sayable(between.join(f"{{{name}}}" for name in named), **named)


def said(text: str) -> str:
    """The text in the language spoken here; a plain one as the whole sentence that it is."""
    if spoken() == ENGLISH.code:
        return text
    if isinstance(text, Series):
        return cldr.listed([str(_said(value)) for value in text.values.values()], spoken())
    if isinstance(text, Counted):
        values = {name: _said(value) for name, value in text.values.items() if name != "count"}
        return say_count(text.english, text.many, cast("int", text.values["count"]), **values)
    if isinstance(text, Sayable):
        return say(text.english, **{name: _said(value) for name, value in text.values.items()})
    return say(text)


def _value(text: str) -> str:
    """What is said as it stands: a code of a country, and what remembers its parts."""
    return text if isinstance(text, Sayable | CountryCode) else sayable(text)


def _plain(value: CountryCode | date) -> str:
    return value.in_sentence if isinstance(value, CountryCode) else english_day(value)


def _said(value: object) -> object:
    if isinstance(value, CountryCode):
        return country_in_sentence(value)
    if isinstance(value, date):
        return day_words(value)
    return said(value) if isinstance(value, Sayable) else value


_NUMBERS = ("no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve")
