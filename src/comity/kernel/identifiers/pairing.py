"""Which of a text's times (or ports) belongs to which address: the same line first, then the same block, no further."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import groupby

from comity.kernel.identifiers.finding import Span
from comity.kernel.identifiers.layout import Layout

_CLAUSE_MARKS = {",": 10, "|": 10, ";": 20, ".": 20}
_LONGEST_GAP = 200

Matches = dict[int, int]
"""From an owner's position in its list to its partner's position in the other list."""


@dataclass(frozen=True, slots=True)
class Pairs:
    """Those found on the owner's own line, and those found elsewhere near it."""

    on_line: Matches
    nearby: Matches


@dataclass(frozen=True, slots=True)
class _Group:
    """Owners and things (positions in their lists, in order of appearance) of one line or block."""

    owners: list[int]
    things: list[int]


def pair(text: str, layout: Layout, owners: Sequence[Span], things: Sequence[Span], *, shared: bool) -> Pairs:
    """Pair `owners` (addresses) with `things`, both in order of appearance; an owner without a partner is left out.

    `shared` says that one thing may belong to all owners near it (one time for several addresses); a port may not.
    """
    lines = _groups(range(len(owners)), range(len(things)), owners, things, layout.line)
    on_line: Matches = {}
    for group in lines.values():
        on_line |= _on_one_line(text, owners, things, group, shared=shared)
    free_owners = [index for index in range(len(owners)) if index not in on_line]
    free_things = [index for group in lines.values() if not group.owners for index in group.things]
    blocks = _groups(free_owners, free_things, owners, things, layout.block)
    nearby: Matches = {}
    for number, group in blocks.items():
        before = blocks.get(number - 1)
        if not group.things and before and before.things and shared and number - 1 in layout.announces:
            group.things.append(before.things[-1])
        nearby |= _in_one_block(owners, things, group, shared=shared)
    return Pairs(on_line, nearby)


def _groups(
    own: Sequence[int], near: Sequence[int], owners: Sequence[Span], things: Sequence[Span], place: Callable[[int], int]
) -> dict[int, _Group]:
    groups: dict[int, _Group] = {}
    for index in own:
        groups.setdefault(place(owners[index].start), _Group([], [])).owners.append(index)
    for index in near:
        groups.setdefault(place(things[index].start), _Group([], [])).things.append(index)
    return dict(sorted(groups.items()))


def _on_one_line(text: str, owners: Sequence[Span], things: Sequence[Span], group: _Group, *, shared: bool) -> Matches:
    own, near = group.owners, group.things
    if not own or not near:
        return {}
    if len(near) == 1:
        return dict.fromkeys(own, near[0]) if shared or len(own) == 1 else {}
    if _alternate(owners, things, group):
        return dict(zip(own, near, strict=True))
    if not shared:
        return {}
    starts = [things[index].start for index in near]
    return {index: near[_nearest(text, owners[index], [things[one] for one in near], starts)] for index in own}


def _in_one_block(owners: Sequence[Span], things: Sequence[Span], group: _Group, *, shared: bool) -> Matches:
    own, near = group.owners, group.things
    if not own or not near:
        return {}
    if not shared:
        return dict(zip(own, near, strict=True)) if _alternate(owners, things, group) else {}
    if len(near) == 1:
        return dict.fromkeys(own, near[0])
    runs = _runs(owners, things, group)
    owner_runs = sum(is_owner for is_owner, _ in runs)
    follows = runs[0][0] and not runs[-1][0] and owner_runs * 2 == len(runs)
    matches: Matches = {}
    for number, (is_owner, members) in enumerate(runs):
        if is_owner:
            after = runs[number + 1][1][0] if number + 1 < len(runs) else None
            before = runs[number - 1][1][-1] if number else None
            partner = after if before is None or (follows and after is not None) else before
            matches |= {index: partner for index in members if partner is not None}
    return matches


def _runs(owners: Sequence[Span], things: Sequence[Span], group: _Group) -> list[tuple[bool, list[int]]]:
    """Owners and things in order of appearance, neighbours of the same sort together."""
    events = [(owners[index].start, True, index) for index in group.owners]
    events += [(things[index].start, False, index) for index in group.things]
    return [
        (sort, [index for *_, index in members]) for sort, members in groupby(sorted(events), key=lambda one: one[1])
    ]


def _alternate(owners: Sequence[Span], things: Sequence[Span], group: _Group) -> bool:
    """Whether owner and thing take turns, each owner with one thing."""
    runs = _runs(owners, things, group)
    return len(group.owners) == len(group.things) and all(len(members) == 1 for _, members in runs)


def _nearest(text: str, owner: Span, things: Sequence[Span], starts: Sequence[int]) -> int:
    """The nearer of the two neighbours; a clause's end between them counts as distance."""
    after = bisect_left(starts, owner.start)
    if after == 0 or after == len(things):
        return 0 if after == 0 else after - 1
    before_gap = _distance(text, things[after - 1].end, owner.start)
    return after if _distance(text, owner.end, things[after].start) < before_gap else after - 1


def _distance(text: str, start: int, end: int) -> int:
    between = text[start : min(end, start + _LONGEST_GAP)]
    return end - start + sum(_CLAUSE_MARKS.get(character, 0) for character in between)
