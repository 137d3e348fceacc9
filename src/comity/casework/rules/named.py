"""Which identifiers a request's content names, in their normal form, and for which days it asks."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from typing import Any

from comity.casework.rules.declaration import Kind
from comity.casework.rules.fields import Shape
from comity.casework.rules.identifiers import identified

LONGEST_VALUE = 500

Span = tuple[date | None, date | None]
"""First and last day; None where the content does not say."""


def named_in(kind: Kind, content: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
    """Types and values, without time or port: the same address in two requests is the same pair."""
    for spec in kind:
        items = content.get(spec.name)
        if spec.shape is Shape.IDENTIFIERS and isinstance(items, list):
            for one in identified([item for item in items if isinstance(item, Mapping)]):
                yield one.type.value, one.value[:LONGEST_VALUE]


def span_of(kind: Kind, content: Mapping[str, Any]) -> Span | None:
    """The days that the data asked for cover; None where nothing says so."""
    for spec in kind:
        value = content.get(spec.name)
        if spec.shape is Shape.PERIOD and isinstance(value, Mapping):
            span = _day(value.get("from")), _day(value.get("to"))
            if span != (None, None):
                return span
    return None


def meet(one: Span | None, other: Span | None) -> bool | None:
    """Whether two spans have a day in common; None where one of them is not said. An open end reaches on."""
    if one is None or other is None:
        return None
    return (one[0] or date.min) <= (other[1] or date.max) and (other[0] or date.min) <= (one[1] or date.max)


def _day(text: Any) -> date | None:
    try:
        return date.fromisoformat(text)
    except (TypeError, ValueError):
        return None
