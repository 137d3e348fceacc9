"""An offered pack beside the one here, difference by difference, and what both sides started from.

Says who changed what; chooses nothing.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from comity.upkeep.rules.difference import ABSENT, Absent, Change, Path, differences, same


class ChangedBy(StrEnum):
    """Which side is no longer what both started from."""

    OFFERED = "offered"
    HERE = "here"
    BOTH = "both"
    UNKNOWN = "unknown"

    @property
    def take(self) -> bool | None:
        """What is chosen beforehand: the side that changed. None where somebody must choose."""
        return {ChangedBy.OFFERED: True, ChangedBy.HERE: False}.get(self)


@dataclass(frozen=True, slots=True)
class Difference:
    """`change` makes what is offered of what stands here. `base` is what both sides started from."""

    number: int
    change: Change
    base: Any
    changed_by: ChangedBy


def compared(here: Any, offered: Any, base: Any) -> tuple[Difference, ...]:
    """Every difference, in the order of the pack here. `base` is None where it is not known."""
    found = enumerate(differences(here, offered))
    if base is not None and same(base, here):
        return tuple(Difference(number, change, change.before, ChangedBy.OFFERED) for number, change in found)
    if base is not None and same(base, offered):
        return tuple(Difference(number, change, change.after, ChangedBy.HERE) for number, change in found)
    return tuple(_compared(number, change, here, offered, base) for number, change in found)


def _compared(number: int, change: Change, here: Any, offered: Any, base: Any) -> Difference:
    if base is None:
        return Difference(number, change, ABSENT, ChangedBy.UNKNOWN)
    *around, last = change.path or ("",)
    parents = [_at(root, here, tuple(around)) if change.path else root for root in (here, offered, base)]
    started = _base_of(change, last, *parents)
    if same(started, change.before):
        return Difference(number, change, started, ChangedBy.OFFERED)
    return Difference(number, change, started, ChangedBy.HERE if same(started, change.after) else ChangedBy.BOTH)


def _base_of(change: Change, last: str | int, here: Any, offered: Any, base: Any) -> Any:
    """What stood at the change's place, found by what it is called, or by what it says."""
    if not change.path:
        return base
    if same(base, here):
        return change.before
    if same(base, offered):
        return change.after
    if isinstance(last, str) or not isinstance(base, list):
        return base.get(last, ABSENT) if isinstance(base, Mapping) else ABSENT
    return _in_list(change, int(last), here, offered, base)


def _in_list(change: Change, place: int, here: Any, offered: Any, base: list[Any]) -> Any:
    """The record of the same id; else the fact that one side has kept, else what stood at this place."""
    for side, others in ((change.before, offered), (change.after, here)):
        found = _found(side, base)
        if found is not ABSENT and (_is_named(side) or _count(side, base) > _count(side, others)):
            return found
    return ABSENT if change.adds or change.removes or place >= len(base) else base[place]


def _at(root: Any, here: Any, path: Path) -> Any:
    """What `path`, which counts as `here` does, leads to in `root`: records are found by their id."""
    for step in path:
        named = here[step]
        if isinstance(step, str):
            root = root.get(step, ABSENT) if isinstance(root, Mapping) else ABSENT
        else:
            root = _found(named, root) if isinstance(root, list) else ABSENT
        here = named
    return root


def _found(item: Any, among: list[Any]) -> Any:
    if item is ABSENT:
        return ABSENT
    if _is_named(item):
        return next((one for one in among if isinstance(one, dict) and one.get("id") == item["id"]), ABSENT)
    return next((one for one in among if same(one, item)), ABSENT)


def _is_named(item: Any) -> bool:
    return isinstance(item, dict) and "id" in item


def _count(item: Any | Absent, among: Any) -> int:
    return sum(same(one, item) for one in among) if isinstance(among, list) else 0
