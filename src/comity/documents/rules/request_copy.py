"""The machine-readable copy that a stranger's file holds, parsed so that two readers cannot read it two ways."""

from __future__ import annotations

import json
from typing import Any

from comity.kernel.sayable import sayable

DEEPEST = 40


class Unreadable(ValueError):
    """The copy is not JSON as RFC 8259 and I-JSON (RFC 7493) want it. The text says why."""

    def __init__(self, sentence: str) -> None:
        super().__init__(sentence)
        self.sentence = sentence


def parsed(text: str) -> Any:
    """The JSON value of `text`. Raises Unreadable for what is not JSON, for a name given twice, and for deep nests."""
    try:
        value = json.loads(text, object_pairs_hook=_once, parse_constant=_constant)
    except (ValueError, RecursionError) as problem:
        if isinstance(problem, Unreadable):
            raise
        raise Unreadable(sayable("request.json is not JSON that can be read.")) from problem
    if _depth(value) > DEEPEST:
        raise Unreadable(sayable("request.json nests more than {count} levels deep.", count=DEEPEST))
    return value


def _once(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    found = dict(pairs)
    if len(found) != len(pairs):
        raise Unreadable(sayable("request.json gives a name twice in one object; which value counts cannot be told."))
    return found


def _constant(name: str) -> Any:
    raise Unreadable(sayable("request.json holds {name}, which is not a number in JSON.", name=name))


def _depth(value: Any) -> int:
    """Counted level by level: a call for each level would itself run out of depth."""
    level, depth = [value], 0
    while level:
        depth += 1
        level = [child for item in level for child in _children(item)]
    return depth


def _children(value: Any) -> list[Any]:
    match value:
        case dict():
            return list(value.values())
        case list():
            return value
    return []
