"""Two states of a draft, field by field: what stayed, was taken out, was put in. Judges nothing."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from comity.casework.rules.declaration import Kind
from comity.casework.rules.fields import FieldSpec, Shape
from comity.casework.rules.translations import names_of
from comity.casework.rules.versions.words import Piece, differences, listed
from comity.web.components.field_texts import field_texts

WHOLE = 20_000
_WORDS = frozenset({Shape.TEXT, Shape.LONG_TEXT})
"""What is compared word by word; anything else changes as a whole, entry by entry."""


@dataclass(frozen=True, slots=True)
class FieldChange:
    """One field that differs. `lines` are entries of a list, each with its pieces; a text has one line."""

    number: str
    label: str
    article: str
    lines: tuple[tuple[Piece, ...], ...]
    exact: bool


def field_changes(kind: Kind, before: Mapping[str, Any], after: Mapping[str, Any]) -> tuple[FieldChange, ...]:
    """The fields that differ, in the order of the form, each with its translations after it; two ways of saying nothing
    do not differ."""
    return tuple(
        FieldChange(section.number, label, spec.article, lines, spec.shape is Shape.IDENTIFIERS)
        for section in kind.sections
        for spec in section.fields
        for name, label in names_of(spec, {**before, **after})
        if (lines := _lines(spec, before.get(name), after.get(name)))
    )


def _lines(spec: FieldSpec, before: Any, after: Any) -> tuple[tuple[Piece, ...], ...]:
    was, now = (_texts(spec, value) for value in (before, after))
    if was == now:
        return ()
    if spec.shape in _WORDS:
        return (differences("".join(was), "".join(now)),)
    return tuple((piece,) for piece in listed(was, now))


def _texts(spec: FieldSpec, value: Any) -> tuple[str, ...]:
    """A box that is not ticked says nothing, as one that was never looked at."""
    return () if value is False else field_texts(spec, value, longest=WHOLE)
