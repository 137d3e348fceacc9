"""A piece of a pack as an editor reads it: what it says first, then where it stands and how sure it is."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from comity.kernel.sayable import said
from comity.kernel.words import noted, say
from comity.upkeep.rules.difference import ABSENT, Path

_FIRST = ("value", "name", "title", "text")
_ORDER = ("from", "to", "observed")
_END = ("note", "source", "at", "checked", "confidence", "verify_by")
_LABELS = {
    "from": noted("holds from"),
    "to": noted("holds until"),
    "observed": noted("observed"),
    "at": noted("place in the source"),
    "checked": noted("compared on"),
    "verify_by": noted("compare again by"),
    "ordered_by": noted("ordered by"),
    "request_languages": noted("languages of requests"),
}


@dataclass(frozen=True, slots=True)
class Told:
    """`says` in one line; `details` are the other fields that hold something, each with whether the other side says it
    otherwise."""

    says: str
    details: tuple[tuple[str, str, bool], ...] = ()


def told(value: Any, beside: Any = ABSENT) -> Told | None:
    """`beside` is what the other side says. None where nothing stands."""
    if value is ABSENT:
        return None
    value, beside = _alone(value), _alone(beside)
    if not isinstance(value, Mapping):
        return Told(words(value) or say("nothing"))
    first = next((name for name in _FIRST if words(value.get(name))), "")
    details = tuple(
        (label(name), text, isinstance(beside, Mapping) and words(beside.get(name)) != text)
        for name, item in sorted(value.items(), key=_rank)
        if name != first and item is not False and (text := words(item))
    )
    return Told(words(value.get(first)) or say("see below"), details)


def _alone(value: Any) -> Any:
    """A list that begins with one fact reads as that fact."""
    return value[0] if isinstance(value, list) and len(value) == 1 else value


def _rank(field: tuple[str, Any]) -> int:
    name = field[0]
    return _ORDER.index(name) if name in _ORDER else len(_ORDER) if name not in _END else 99 + _END.index(name)


def words(value: Any) -> str:
    """Any value of a pack in a line."""
    if value is None or value is ABSENT:
        return ""
    if isinstance(value, bool):
        return say("yes") if value else say("no")
    if isinstance(value, list):
        return "; ".join(filter(None, map(words, value)))
    if isinstance(value, Mapping):
        return ", ".join(f"{label(str(name))}: {text}" for name, item in value.items() if (text := words(item)))
    return str(value)


def label(name: str) -> str:
    """The name of a field within a line. Names that pages say large are said small here."""
    if name in _LABELS:
        return said(_LABELS[name])
    plain = name.replace("_", " ").replace("-", " ")
    large = said(plain.capitalize())
    return plain if large == plain.capitalize() else large.lower()


def where(path: Path, content: Any) -> tuple[str, ...]:
    """The way to a place, in words: records by their name, other places in lists left out."""
    found: list[str] = []
    for step in path:
        content = _step(content, step)
        if isinstance(step, str):
            found.append(label(step) if found else label(step).capitalize())
        elif isinstance(content, Mapping) and (name := content.get("name") or content.get("id")):
            found.append(str(name))
    return tuple(found)


def _step(content: Any, step: str | int) -> Any:
    try:
        return content[step]
    except (KeyError, IndexError, TypeError):
        return ABSENT
