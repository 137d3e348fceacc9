"""Making a new version of a pack's content out of changes, and putting two sets of changes of one version together."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from comity.upkeep.rules.difference import ABSENT, Change, Path, same


class DoesNotFit(ValueError):
    """A change says that something stood where something else stands. Nothing was applied."""

    def __init__(self, path: Path) -> None:
        super().__init__(f"{'.'.join(map(str, path)) or 'The content'} is not what the change was made of.")
        self.path = path


def applied(changes: Iterable[Change], content: Any) -> Any:
    """The content with all `changes`, whose paths are those of `content` as it stands; their order does not matter,
    but that of several additions at one place. Raises DoesNotFit. `content` itself stays as it is."""
    return _applied([(change.path, change) for change in changes], content)


_Pending = Sequence[tuple[Path, Change]]
"""What is left of each change's path from where one is, and the change."""


def _applied(pending: _Pending, value: Any) -> Any:
    if not pending:
        return value
    whole = [change for rest, change in pending if not rest]
    if whole:
        if len(pending) > 1 or not same(whole[0].before, value):
            raise DoesNotFit(whole[0].path)
        return whole[0].after
    if isinstance(value, dict):
        return _in_mapping(pending, value)
    if isinstance(value, list):
        return _in_list(pending, value)
    raise DoesNotFit(pending[0][1].path)


def _in_mapping(pending: _Pending, value: Mapping[str, Any]) -> dict[str, Any]:
    result = dict(value)
    for key in dict.fromkeys(rest[0] for rest, _ in pending):
        here = [(rest[1:], change) for rest, change in pending if rest[0] == key]
        if not isinstance(key, str):
            raise DoesNotFit(here[0][1].path)
        after = _applied(here, value.get(key, ABSENT))
        if after is ABSENT:
            del result[key]
        else:
            result[key] = after
    return result


def _in_list(pending: _Pending, value: Sequence[Any]) -> list[Any]:
    for rest, change in pending:
        last = len(value) if len(rest) == 1 and change.adds else len(value) - 1
        if not isinstance(rest[0], int) or not 0 <= rest[0] <= last:
            raise DoesNotFit(change.path)
    result: list[Any] = []
    for number, item in enumerate((*value, ABSENT)):
        here = [(rest[1:], change) for rest, change in pending if rest[0] == number]
        result += [change.after for rest, change in here if not rest and change.adds]
        after = _applied([(rest, change) for rest, change in here if rest or not change.adds], item)
        if after is not ABSENT:
            result.append(after)
    return result


def clashes(ours: Sequence[Change], theirs: Sequence[Change]) -> tuple[tuple[Change, Change], ...]:
    """Pairs of changes of one version that touch the same fact, or one of which removes what the other is in, and that
    do not say the same. Two additions to one list do not clash."""
    return tuple((one, other) for one in ours for other in theirs if _clash(one, other))


def _clash(one: Change, other: Change) -> bool:
    shorter = min(len(one.path), len(other.path))
    if one.path[:shorter] != other.path[:shorter]:
        return False
    return not (any(_inserts(change) for change in (one, other) if len(change.path) == shorter) or equal(one, other))


def _inserts(change: Change) -> bool:
    """Whether it only puts something into a list, which moves nothing of what stands there."""
    return change.adds and bool(change.path) and isinstance(change.path[-1], int)


def equal(one: Change, other: Change) -> bool:
    """Whether two changes of one version are the same."""
    return one.path == other.path and same(one.before, other.before) and same(one.after, other.after)


def together(ours: Sequence[Change], theirs: Sequence[Change]) -> tuple[Change, ...]:
    """Both sets as one; what both say is said once."""
    return (*theirs, *(change for change in ours if not any(equal(change, other) for other in theirs)))
