"""The effect of a set of edits on every question of some countries and measures. Asks only what the edits can touch."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from functools import partial
from threading import Lock
from typing import NamedTuple

from comity.atlas.rules.edit import Edit
from comity.atlas.rules.measure import Measure
from comity.atlas.rules.snapshot import Snapshot
from comity.kernel.country import CountryCode
from comity.routes.rules.effect import Best, Count, Effect, best, count, effect
from comity.routes.rules.question import Question
from comity.routes.rules.stance import Stance, Way, at_home, requested, requesting, ways
from comity.routes.rules.supposed import SupposedLaw


@dataclass(frozen=True, slots=True)
class Scope:
    """Which questions are asked: every measure from every country to every other, and at home, on one day."""

    countries: tuple[CountryCode, ...]
    measures: tuple[Measure, ...]
    day: date
    urgent: bool = False

    def question(self, requester: CountryCode, requested: CountryCode, measure: Measure) -> Question:
        return Question(requester, requested, measure, self.day, urgent=self.urgent)


class Shift(NamedTuple):
    """One question that a reform touches, before and after it."""

    question: Question
    before: Best
    after: Best
    effect: Effect
    routes: Count


@dataclass(frozen=True, slots=True, eq=False)
class Sides:
    """The stances of one country for one measure: asking, asked, and at home. `Reforms` makes equal ones once, so that
    they are told apart by what they are, not by what they hold."""

    asking: Stance
    asked: Stance
    home: Stance


class Reforms:
    """All questions of `scope`, under the law as it is and under any choice of `edits`. May be shared by threads."""

    def __init__(self, snapshot: Snapshot, scope: Scope, edits: Sequence[Edit]) -> None:
        self.scope = scope
        self.edits = tuple(edits)
        self._law = SupposedLaw(snapshot, snapshot.on(scope.day), edits)
        first, second = _ANOTHER
        self.abroad = {measure: ways(self._law, scope.question(first, second, measure)) for measure in scope.measures}
        self.home = {measure: ways(self._law, scope.question(first, first, measure)) for measure in scope.measures}
        self._lock = Lock()
        self._made: dict[tuple[CountryCode, int, Stance, Stance, Stance], Sides] = {}
        self._places = {country: tuple((country, n) for n in range(len(scope.measures))) for country in scope.countries}
        self.before = {country: self._sides(country) for country in scope.countries}

    def sides(self, country: CountryCode, edits: Iterable[Edit]) -> tuple[Sides, ...]:
        """The country's stances under `edits`, a measure each; only edits of this country matter."""
        with self._lock:
            self._law.suppose(edits)
            try:
                return self._sides(country)
            finally:
                self._law.suppose(())

    def shifts(self, edits: Iterable[Edit]) -> Iterator[Shift]:
        """The questions whose ways differ under `edits`, by requester, requested State and measure."""
        chosen = tuple(edits)
        changed = {edit.country for edit in chosen}
        after = {c: self.sides(c, chosen) if c in changed else self.before[c] for c in self.scope.countries}
        for one in self.scope.countries:
            for other in self.scope.countries:
                if one in changed or other in changed:
                    yield from self._shifts(one, other, after)

    def _shifts(
        self, one: CountryCode, other: CountryCode, after: dict[CountryCode, tuple[Sides, ...]]
    ) -> Iterator[Shift]:
        for number, measure in enumerate(self.scope.measures):
            old, new = self.before[one][number], after[one][number]
            if one == other:
                known, was, now = self.home[measure], old.home, new.home
            else:
                known = self.abroad[measure]
                was = together(old.asking, self.before[other][number].asked)
                now = together(new.asking, after[other][number].asked)
            if was != now:
                yield _shift(self.scope.question(one, other, measure), known, was, now)

    def _sides(self, country: CountryCode) -> tuple[Sides, ...]:
        remember, find = self._law.remember, self._find
        return tuple(remember(place, partial(find, *place)) for place in self._places[country])

    def _find(self, country: CountryCode, number: int) -> Sides:
        """Whoever the other State is does not matter, so long as it is another."""
        other = next(code for code in (*self.scope.countries, *_ANOTHER) if code != country)
        ask, measure = self.scope.question, self.scope.measures[number]
        stances = (
            requesting(self._law, ask(country, other, measure)),
            requested(self._law, ask(other, country, measure)),
            at_home(self._law, ask(country, country, measure)),
        )
        return self._made.setdefault((country, number, *stances), Sides(*stances))


_ANOTHER = (CountryCode("FR"), CountryCode("DE"))


def together(asking: Stance, asked: Stance) -> Stance:
    """Each way between two States leads as far as the worse side lets it."""
    return tuple(map(max, asking, asked))


def _shift(question: Question, known: tuple[Way, ...], was: Stance, now: Stance) -> Shift:
    before, after = best(known, was), best(known, now)
    return Shift(question, before, after, effect(before, after), count(was, now))
