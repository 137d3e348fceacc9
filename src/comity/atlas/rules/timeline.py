"""What a list of dated facts says on one day: one value, a conflict between sources, or nothing."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Generic, TypeVar

from comity.atlas.rules.fact import Dated

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Finding(Generic[T]):
    """The facts that hold on a day. `value` is None where there are none, or where they contradict each other."""

    value: T | None
    facts: tuple[Dated[T], ...] = ()

    @property
    def disputed(self) -> bool:
        return self.value is None and bool(self.facts)


def on_day(facts: Sequence[Dated[T]], day: date) -> Finding[T]:
    """What `facts` say on `day`. Two values on one day are a conflict, reported as such, never "the first match"."""
    holding = tuple(fact for fact in facts if fact.covers(day))
    if not holding:
        return Finding(None)
    agree = all(fact.value == holding[0].value for fact in holding)
    return Finding(holding[0].value if agree else None, holding)


def undeclared_conflicts(facts: Sequence[Dated[T]]) -> Iterator[int]:
    """Positions of facts that overlap an earlier, different one without both being marked as disputed."""
    for later, fact in enumerate(facts):
        for other in facts[:later]:
            clash = fact.period.overlaps(other.period) and fact.value != other.value
            if clash and not (fact.disputed and other.disputed):
                yield later
                break
