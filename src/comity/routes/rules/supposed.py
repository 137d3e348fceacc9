"""The law of a day under any choice of edits. What was concluded under one choice is used under every other one that
leaves the facts it was concluded from as they are; so a reform costs only what it touches."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable, Sequence
from dataclasses import dataclass
from typing import Any, cast

from comity.atlas.rules.edit import Edit, edited
from comity.atlas.rules.law import Found, Law
from comity.atlas.rules.packs.country import Level
from comity.atlas.rules.packs.instrument import Membership
from comity.atlas.rules.snapshot import Snapshot
from comity.atlas.rules.timeline import Finding
from comity.kernel.country import CountryCode

Fact = tuple[str, str]
"""What an edit changes: a country's power of an article, or its standing towards an instrument."""


@dataclass(slots=True)
class _Fork:
    """Asks which edit of `fact` is supposed; what was concluded under each hangs below."""

    fact: int
    branches: dict[int | None, Any]


@dataclass(frozen=True, slots=True)
class _Leaf:
    """A conclusion, and the facts that could be edited and were read for it, in the order of reading."""

    value: Any
    read: tuple[int, ...]


class SupposedLaw(Law):
    """The law of `snapshot` on the edits' day, of which any of `edits` may hold: those given last to `suppose`.

    A conclusion depends on nothing but the facts it read, and what it reads next on nothing but what it read so far: so
    the conclusions under one key form a tree of questions about edits, and each is found by answering them.
    """

    def __init__(self, snapshot: Snapshot, law: Law, edits: Sequence[Edit]) -> None:
        super().__init__(law.day, law.channels, law.instruments, law.countries)
        self._base = law
        self._edits = {edit: number for number, edit in enumerate(edits)}
        self._findings = [_finding(snapshot, law, edit) for edit in edits]
        self._facts: dict[Fact, int] = {}
        self._concerns = [self._facts.setdefault(fact_of(edit), len(self._facts)) for edit in edits]
        self._now: list[int | None] = [None] * len(self._facts)
        self._reading: list[dict[int, None]] = []
        self._trees: dict[Hashable, _Fork | _Leaf] = {}

    def suppose(self, edits: Iterable[Edit]) -> None:
        """From here on the law is as these edits say, and no others. Of two for one fact the later holds."""
        self._now = [None] * len(self._facts)
        for number in (self._edits[edit] for edit in edits):
            self._now[self._concerns[number]] = number

    def membership(self, instrument: str, country: str) -> Finding[Membership]:
        found = self._read((country, instrument))
        return self._base.membership(instrument, country) if found is None else cast("Finding[Membership]", found)

    def power(self, country: str, article: str) -> Finding[Level]:
        found = self._read((country, article))
        return self._base.power(country, article) if found is None else cast("Finding[Level]", found)

    def remember(self, key: Hashable, find: Callable[[], Found]) -> Found:
        node: _Fork | _Leaf | None = self._trees.get(key)
        while type(node) is _Fork:
            node = node.branches.get(self._now[node.fact])
        leaf = cast("_Leaf", node) if node is not None else self._concluded(key, find)
        if self._reading and leaf.read:
            self._reading[-1].update(dict.fromkeys(leaf.read))
        found: Found = leaf.value
        return found

    def _concluded(self, key: Hashable, find: Callable[[], Found]) -> _Leaf:
        self._reading.append({})
        try:
            value = find()
        finally:
            read = tuple(self._reading.pop())
        leaf = _Leaf(value, read)
        self._keep(key, leaf)
        return leaf

    def _keep(self, key: Hashable, leaf: _Leaf) -> None:
        place: dict[Any, Any] = self._trees
        for fact in leaf.read:
            fork = place.setdefault(key, _Fork(fact, {}))
            place, key = fork.branches, self._now[fact]
        place[key] = leaf

    def _read(self, fact: Fact) -> Finding[Any] | None:
        """What is supposed of the fact; None where it stays as it is."""
        place = self._facts.get(fact)
        if place is None:
            return None
        if self._reading:
            self._reading[-1].setdefault(place)
        number = self._now[place]
        return None if number is None else self._findings[number]


def fact_of(edit: Edit) -> Fact:
    return edit.country, edit.target


def _finding(snapshot: Snapshot, law: Law, edit: Edit) -> Finding[Any]:
    supposed = edited(snapshot, (edit,))
    country = CountryCode(edit.country)
    after = Law(law.day, law.channels, supposed.instruments, supposed.countries)
    if isinstance(edit.value, Membership):
        return after.membership(edit.target, country)
    return after.power(country, edit.target)
