"""What sets of reforms are worth, exactly: of each State's part alone, and of two parts beyond that.

An answer depends on the reforms of its two States only. So the worth of a set is the sum of what each State's part is
worth while the others stay as they are and, for every two States, of what their parts are worth beyond that.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import combinations

from comity.atlas.rules.edit import Edit
from comity.kernel.country import CountryCode
from comity.routes.rules.effect import best, count, effect
from comity.routes.rules.reform import Reforms, Sides, together
from comity.routes.rules.stance import Stance
from comity.routes.rules.worth import Weights, worth

Stand = tuple[Sides, ...]
"""A country's sides, a measure each."""


class Weigher:
    """Keeps what it has weighed: many sets leave the same stances behind."""

    def __init__(self, reforms: Reforms, weights: Weights | None = None) -> None:
        self._reforms = reforms
        self._weights: Weights = weights or {}
        self._stands: dict[tuple[Edit, ...], Stand] = {}
        self._alone: dict[Sides, int] = {}
        self._both: dict[tuple[Sides, Sides], int] = {}

    def worth(self, edits: Sequence[Edit]) -> int:
        parts: dict[CountryCode, tuple[Edit, ...]] = {}
        for edit in edits:
            parts[edit.country] = (*parts.get(edit.country, ()), edit)
        stands = [(country, self._stand(country, part)) for country, part in parts.items()]
        alone = sum(self._of_one(country, stand) for country, stand in stands)
        return alone + sum(self._of_two(*one, *other) for one, other in combinations(stands, 2))

    def _stand(self, country: CountryCode, part: tuple[Edit, ...]) -> Stand:
        found = self._stands.get(part)
        if found is None:
            found = self._stands[part] = self._reforms.sides(country, part)
        return found

    def _of_one(self, country: CountryCode, stand: Stand) -> int:
        total, alone = 0, self._alone
        for number, sides in enumerate(stand):
            found = alone.get(sides)
            if found is None:
                found = alone[sides] = self._with_others(country, number, sides)
            total += found
        return total

    def _with_others(self, country: CountryCode, number: int, sides: Sides) -> int:
        own = self._reforms.before[country][number]
        total = self._weighed(country, country, number, own.home, sides.home)
        for other, stand in self._reforms.before.items():
            if other != country:
                there = stand[number]
                total += self._pair(country, other, number, sides.asking, there.asked)
                total += self._pair(other, country, number, there.asking, sides.asked)
        return total

    def _of_two(self, one: CountryCode, here: Stand, other: CountryCode, there: Stand) -> int:
        total, both = 0, self._both
        for number, key in enumerate(zip(here, there, strict=True)):
            found = both.get(key)
            if found is None:
                found = self._beyond(one, other, number, *key) + self._beyond(other, one, number, *reversed(key))
                both[key] = found
            total += found
        return total

    def _beyond(self, one: CountryCode, other: CountryCode, number: int, here: Sides, there: Sides) -> int:
        """What it is worth beyond the sum that `one` asks and `other` is asked both as they would."""
        asking, asked = self._reforms.before[one][number].asking, self._reforms.before[other][number].asked
        if here.asking == asking or there.asked == asked:
            return 0
        together_ = self._pair(one, other, number, here.asking, there.asked)
        apart = self._pair(one, other, number, here.asking, asked), self._pair(one, other, number, asking, there.asked)
        return together_ - sum(apart)

    def _pair(self, one: CountryCode, other: CountryCode, number: int, asking: Stance, asked: Stance) -> int:
        before = self._reforms.before
        was = together(before[one][number].asking, before[other][number].asked)
        return self._weighed(one, other, number, was, together(asking, asked))

    def _weighed(self, one: CountryCode, other: CountryCode, number: int, was: Stance, now: Stance) -> int:
        if was == now:
            return 0
        measure = self._reforms.scope.measures[number]
        ways = self._reforms.home[measure] if one == other else self._reforms.abroad[measure]
        weight = self._weights.get((one, other, measure), 1)
        return worth(effect(best(ways, was), best(ways, now)), count(was, now), weight)
