"""What a fact is called where people decide about it: in words, beside its path, never in its place."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from comity.atlas.rules.passage import is_fact
from comity.atlas.rules.passages import passage
from comity.upkeep.rules.difference import ABSENT, Change, Path
from comity.upkeep.rules.telling import where


def name_of_fact(kind: str, content: Any, path: Path, value: Any) -> str:
    """The name of `value`, which stands at `path` in a pack of this kind, or is to stand there: “Ukraine: Article 17,
    preservation and partial disclosure of traffic data”. Where it is no fact, the way to it in words."""
    if isinstance(value, list) and len(value) == 1:
        value, path = value[0], (*path, 0)  # a list that begins with one fact
    if is_fact(value) and isinstance(content, Mapping):
        try:
            return passage(kind, content, path, value).title
        except (KeyError, IndexError, TypeError, ValueError):
            pass  # content of long ago, or a record that is not there yet
    return " › ".join(where(path, content))


def name_of_change(kind: str, content: Any, change: Change) -> str:
    """The name of what a change is about; `content` is what the pack said before."""
    return name_of_fact(kind, content, change.path, change.after if change.before is ABSENT else change.before)
