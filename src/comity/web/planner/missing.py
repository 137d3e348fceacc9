"""What to find out, once for all ways that wait for it: the missing fact, whom to ask, how many ways hang on it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from comity.web.planner.way import Way


@dataclass(frozen=True, slots=True)
class ToFindOut:
    fact: str
    ask: str
    ways: int


def to_find_out(ways: Sequence[Way]) -> list[ToFindOut]:
    """The decisive facts that `ways` lack, those first on which most of them hang."""
    found = Counter((item.fact, item.ask) for way in ways for item in dict.fromkeys(way.route.missing) if item.decisive)
    return [ToFindOut(fact, ask, number) for (fact, ask), number in found.most_common()]
