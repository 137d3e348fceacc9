"""What differs between two versions of a pack, fact by fact, and how to make one of the other. Judges no fact.

Works on a pack's content as JSON. A fact is one piece: whoever changes its confidence changes the fact. All paths count
places in lists as the version does that the changes are of, so that two sets of changes of one version can be put side
by side, and together.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from enum import Enum
from typing import Any, Final, Literal

from comity.kernel.digest import canonical_json

Step = str | int
Path = tuple[Step, ...]


class _Absent(Enum):
    """The one value that JSON does not have: nothing stands here."""

    ABSENT = "absent"


ABSENT: Final = _Absent.ABSENT
Absent = Literal[_Absent.ABSENT]


@dataclass(frozen=True, slots=True)
class Change:
    """At `path`, `before` gives way to `after`; either is ABSENT where something is added or removed.

    What is added to a list stands before what has the path's last number now.
    """

    path: Path
    before: Any
    after: Any

    @property
    def adds(self) -> bool:
        return self.before is ABSENT

    @property
    def removes(self) -> bool:
        return self.after is ABSENT

    def as_json(self) -> dict[str, Any]:
        """For keeping: “before” or “after” is left out where nothing stood or will stand."""
        sides = {"before": self.before, "after": self.after}
        return {"path": list(self.path), **{side: value for side, value in sides.items() if value is not ABSENT}}

    @classmethod
    def from_json(cls, kept: Mapping[str, Any]) -> Change:
        return cls(tuple(kept["path"]), kept.get("before", ABSENT), kept.get("after", ABSENT))


def same(one: Any, other: Any) -> bool:
    """Whether two values are the same JSON; yes is not 1."""
    if one is ABSENT or other is ABSENT:
        return one is other
    return canonical_json(one) == canonical_json(other)


def differences(before: Any, after: Any) -> tuple[Change, ...]:
    """The changes that make `after` of `before`, in the order of the content."""
    return tuple(_differences(before, after, ()))


def _differences(before: Any, after: Any, path: Path) -> Iterator[Change]:
    if isinstance(before, dict) and isinstance(after, dict) and not (_is_piece(before) and _is_piece(after)):
        yield from _of_mapping(before, after, path)
    elif isinstance(before, list) and isinstance(after, list) and _of_records(before) and _of_records(after):
        yield from _of_list(before, after, path)
    elif not same(before, after):
        yield Change(path, before, after)


def _is_piece(value: Mapping[str, Any]) -> bool:
    """Whether the mapping is one fact, or as small as one: it says its source, or holds nothing that holds anything."""
    return "source" in value or (bool(value) and not any(isinstance(item, dict | list) for item in value.values()))


def _of_records(values: Sequence[Any]) -> bool:
    return all(isinstance(value, dict) for value in values)


def _of_mapping(before: Mapping[str, Any], after: Mapping[str, Any], path: Path) -> Iterator[Change]:
    for key in [*before, *(key for key in after if key not in before)]:
        if key in before and key in after:
            yield from _differences(before[key], after[key], (*path, key))
        else:
            yield Change((*path, key), before.get(key, ABSENT), after.get(key, ABSENT))


def _of_list(before: Sequence[Any], after: Sequence[Any], path: Path) -> Iterator[Change]:
    """Records with an id are matched by it, facts by what they say; a fact that gave way to another is a change."""
    matcher = SequenceMatcher(None, [_name(item) for item in before], [_name(item) for item in after], autojunk=False)
    for _, first, last, first_after, last_after in matcher.get_opcodes():
        old, new = before[first:last], after[first_after:last_after]
        paired = min(len(old), len(new)) if _may_pair(old, new) else 0
        for number in range(paired):
            yield from _differences(old[number], new[number], (*path, first + number))
        for number, item in enumerate(old[paired:], first + paired):
            yield Change((*path, number), item, ABSENT)
        for item in new[paired:]:
            yield Change((*path, last), ABSENT, item)


def _name(item: Mapping[str, Any]) -> bytes:
    return canonical_json({"id": item["id"]} if "id" in item else item)


def _may_pair(old: Sequence[Mapping[str, Any]], new: Sequence[Mapping[str, Any]]) -> bool:
    """Records that are named by an id are never turned into others; facts are."""
    names = [_name(item) for item in old] == [_name(item) for item in new]
    return names or not any("id" in item for item in (*old, *new))
