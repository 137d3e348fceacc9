"""Refuses what no form of ours sends: unknown fields, choices that were never offered, values of another type.

What a person may have typed, however unfinished, passes: it is kept, and the gate says what it lacks.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from typing import Any

from comity.casework.rules.declaration import Kind
from comity.casework.rules.fields import FieldSpec, Shape
from comity.casework.rules.gap import Gap
from comity.casework.rules.translations import label_of, spec_of
from comity.kernel.words import say

LONGEST_TEXT = 20_000
"""Characters that are kept of anything typed; far above what most fields accept, so that nothing typed is lost."""
MOST_ITEMS = 200
_LARGEST_NUMBER = 1_000_000
_UNSTORABLE = re.compile("[\x00\ud800-\udfff]")


def forged(kind: Kind, content: Any) -> tuple[Gap, ...]:
    """What in `content` cannot have come from this kind's form, each with a sentence; empty if all may have."""
    if not isinstance(content, Mapping):
        return (Gap("", "Request", say("The content is not a set of fields. Fill in the form again."), kind.article),)
    return tuple(
        gap for name, value in content.items() if value is not None and (gap := _foreign(kind, name, value)) is not None
    )


def _foreign(kind: Kind, name: Any, value: Any) -> Gap | None:
    spec = spec_of(kind, name) if isinstance(name, str) else None
    if spec is None:
        shown = str(name)[:60]
        return Gap(
            shown,
            shown,
            say("“{shown}” is not a field of this form ({label}). Take it out.", shown=shown, label=kind.label),
            kind.article,
        )
    sentence = misfit(spec, value)
    if not sentence:
        return None
    return Gap(spec.name, spec.label if name == spec.name else label_of(kind, name), sentence, spec.article)


def misfit(spec: FieldSpec, value: Any) -> str:
    """Why no form of ours sends this value for the field, in a sentence; empty where one may."""
    return _FITS.get(spec.shape, _text)(spec, value)


def _tick(_spec: FieldSpec, value: Any) -> str:
    return "" if isinstance(value, bool) else say("This is a box to tick: it is ticked, or it is not.")


def _number(_spec: FieldSpec, value: Any) -> str:
    whole = isinstance(value, int) and not isinstance(value, bool) and abs(value) <= _LARGEST_NUMBER
    return "" if whole else _not_text(value)


def _choice(spec: FieldSpec, value: Any) -> str:
    return _not_text(value) or ("" if value == "" else _not_offered(spec, [value]))


def _choices(spec: FieldSpec, value: Any) -> str:
    return _not_list(value) or _first(_not_text(item) for item in value) or _not_offered(spec, value)


def _period(_spec: FieldSpec, value: Any) -> str:
    return _not_object(value, {"from", "to"})


def _identifiers(_spec: FieldSpec, value: Any) -> str:
    return _not_list(value) or _first(_not_object(item, {"text"}) for item in value)


def _text(spec: FieldSpec, value: Any) -> str:
    return _not_text(value, kept_of(spec))


_FITS: dict[Shape, Callable[[FieldSpec, Any], str]] = {
    Shape.YES_NO: _tick,
    Shape.NUMBER: _number,
    Shape.CHOICE: _choice,
    Shape.CHOICES: _choices,
    Shape.PERIOD: _period,
    Shape.IDENTIFIERS: _identifiers,
}


def _first(sentences: Iterable[str]) -> str:
    return next((sentence for sentence in sentences if sentence), "")


def kept_of(spec: FieldSpec) -> int:
    """Characters that are kept of what is typed into the field: always more than it accepts."""
    return max(LONGEST_TEXT, spec.longest + LONGEST_TEXT // 2)


def _not_text(value: Any, limit: int = LONGEST_TEXT) -> str:
    if not isinstance(value, str):
        return say("A text belongs here; this is {sort}. Fill in the form again.", sort=_sort(value))
    if len(value) > limit:
        return say(
            "The text has {count} characters; at most {longest_text} can be kept. Shorten it.",
            count=len(value),
            longest_text=limit,
        )
    if _UNSTORABLE.search(value):
        return say("The text has a character that cannot be stored (NUL, or half of a pair). Type it again.")
    return ""


def _not_list(value: Any) -> str:
    if not isinstance(value, list):
        return say("A list belongs here; this is {sort}. Fill in the form again.", sort=_sort(value))
    return (
        say("At most {most_items} entries can be kept; this has {count}.", most_items=MOST_ITEMS, count=len(value))
        if len(value) > MOST_ITEMS
        else ""
    )


def _not_object(value: Any, keys: set[str]) -> str:
    if not isinstance(value, dict) or not set(value) <= keys:
        return say("Only {sorted} belong here. Fill in the form again.", sorted=" and ".join(sorted(keys)))
    return _first(_not_text(item) for item in value.values())


def _not_offered(spec: FieldSpec, values: list[str]) -> str:
    offered = {choice.value for choice in spec.choices}
    strange = next((value for value in values if value not in offered), None)
    if strange is not None:
        return say("“{strange}” is not among the choices. Choose from the list.", strange=strange[:60])
    return "" if len(set(values)) == len(values) else say("The same choice is given twice. Choose it once.")


_SORTS = {str: "a text", list: "a list", dict: "a group of values", bool: "a yes or no", type(None): "nothing"}


def _sort(value: Any) -> str:
    """What a reader calls a value of this type of JSON."""
    return _SORTS.get(type(value), "a number")
