"""A field's value as texts to read, each in words: a country's name, a day, a choice's label. Trusts no value."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from comity.casework.rules import saying
from comity.casework.rules.fields import FieldSpec, Shape
from comity.casework.rules.shapes import day
from comity.kernel.country_words import country_words
from comity.kernel.words import say
from comity.web.components.moments import day_in_words

LONGEST = 2_000
MOST_ITEMS = 100


def field_texts(spec: FieldSpec, value: Any, *, longest: int = LONGEST) -> tuple[str, ...]:
    """The texts, at most MOST_ITEMS, each at most `longest` characters; none where the value says nothing."""
    texts = (shortened(text, longest) for text in _texts(spec, value))
    return tuple(text for text in texts if text)[:MOST_ITEMS]


def shortened(value: Any, longest: int = LONGEST) -> str:
    """The value as text, stripped, and cut where it is longer than anybody reads."""
    text = str(value).strip()
    return text if len(text) <= longest else f"{text[:longest]}…"


def _texts(spec: FieldSpec, value: Any) -> Iterator[str]:
    match value:
        case list():
            for item in value[:MOST_ITEMS]:
                yield from _texts(spec, item)
        case {"text": text}:
            yield str(text)
        case {"from": first, "to": last}:
            if first or last:
                yield say("{first} to {last}", first=_day(str(first)), last=_day(str(last)))
        case dict() | None:
            return
        case bool():
            yield say("yes") if value else say("no")
        case str():
            yield _words(spec, value)
        case _:
            yield str(value)


def _words(spec: FieldSpec, value: str) -> str:
    match spec.shape:
        case Shape.COUNTRY:
            return country_words(value)
        case Shape.DATE:
            return _day(value)
        case _:
            return saying.choice(spec.label_of(value))


def _day(value: str) -> str:
    found = day(value)
    return day_in_words(found) if found else value
