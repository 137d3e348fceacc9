"""What changed from one version of a pack to the next, told fact by fact. Finds no words for why."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from comity.atlas.rules.passage import Fact, Passage
from comity.atlas.rules.passages import passages
from comity.kernel.digest import canonical_json
from comity.kernel.sayable import sayable
from comity.kernel.words import noted

_READ_AGAIN = frozenset(("checked", "verify_by"))


class Turn(StrEnum):
    """What became of a fact."""

    ADDED = "added"
    CHANGED = "changed"
    CHECKED = "checked"
    REMOVED = "removed"

    @property
    def label(self) -> str:
        return _LABELS[self]


_HEADS = {
    Turn.ADDED: noted("Added: {title}."),
    Turn.CHANGED: noted("Changed: {title}."),
    Turn.CHECKED: noted("Compared with its source again: {title}."),
    Turn.REMOVED: noted("Removed: {title}."),
}
_LABELS = {
    Turn.ADDED: "Added",
    Turn.CHANGED: "Changed",
    Turn.CHECKED: "Compared with its source again",
    Turn.REMOVED: "Removed",
}


@dataclass(frozen=True, slots=True)
class Told:
    """What became of one fact: what it says now, and what it said where that is something else."""

    turn: Turn
    title: str
    says: str
    said: str = ""

    @property
    def sentence(self) -> str:
        """“Changed: Ukraine: Article 16. Partial. Before: None.”"""
        parts: dict[str, str] = {"head": sayable(_HEADS[self.turn], title=self.title.rstrip("."))}
        if self.says:
            parts["says"] = self.says
        if self.said:
            parts["before"] = sayable("Before: {text}", text=self.said)
        side_by_side = " ".join(f"{{{name}}}" for name in parts)
        return sayable(side_by_side, **parts)


def told(kind: str, before: Mapping[str, Any] | None, after: Mapping[str, Any]) -> tuple[Told, ...]:
    """A line for each fact that is new, other, read again or gone. Nothing for a first version, all of which is new."""
    if before is None:
        return ()
    old, new = _by_title(kind, before), _by_title(kind, after)
    return tuple(line for title in {**new, **old} for line in _turns(old.get(title, []), new.get(title, [])))


def _by_title(kind: str, content: Mapping[str, Any]) -> dict[str, list[Passage]]:
    found: dict[str, list[Passage]] = {}
    for one in passages(kind, content):
        found.setdefault(one.title, []).append(one)
    return found


def _turns(old: list[Passage], new: list[Passage]) -> Iterator[Told]:
    """Of one title. Facts that are the same in both are left out; what is left is paired in its order."""
    kept = {_same(one) for one in old} & {_same(one) for one in new}
    gone = [one for one in old if _same(one) not in kept]
    come = [one for one in new if _same(one) not in kept]
    for was, now in zip(gone, come, strict=False):
        if _without(was.fact) == _without(now.fact):
            yield Told(Turn.CHECKED, now.title, now.text)
        else:
            yield Told(Turn.CHANGED, now.title, _whole(now), _whole(was))
    for now in come[len(gone) :]:
        yield Told(Turn.ADDED, now.title, _whole(now))
    for was in gone[len(come) :]:
        yield Told(Turn.REMOVED, was.title, _whole(was))


def _same(one: Passage) -> bytes:
    return canonical_json([one.text, one.fact])


def _without(fact: Fact | None) -> dict[str, Any]:
    return {name: value for name, value in (fact or {}).items() if name not in _READ_AGAIN}


def _whole(one: Passage) -> str:
    """What it says and for which time; the two may differ in nothing else."""
    fact = one.fact or {}
    days = " ".join(f"{word} {fact[name]}" for name, word in (("from", "From"), ("to", "until")) if fact.get(name))
    sure = f"Confidence: {fact['confidence']}." if fact else ""
    return " ".join(filter(None, (one.text, days and f"{days[:1].upper()}{days[1:]}.", sure)))
