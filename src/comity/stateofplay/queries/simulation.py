"""What a set of reforms does to every measure between some countries: tiles, list, sentences and counts."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date

from comity.atlas.rules.edit import Edit
from comity.atlas.rules.measure import Measure
from comity.atlas.rules.snapshot import Snapshot
from comity.atlas.rules.supposition import Entry
from comity.kernel.country import CountryCode
from comity.routes.rules.effect import Count, Effect
from comity.routes.rules.reform import Reforms, Scope, Shift
from comity.routes.rules.worth import Weights
from comity.stateofplay.queries.candidates import Candidate, candidate
from comity.stateofplay.queries.ground import Ground, ground, on_ground
from comity.stateofplay.queries.idle import Idle, idle
from comity.stateofplay.queries.worked_out import reforms_of
from comity.stateofplay.rules.reform_words import ORDER, sentences


@dataclass(frozen=True, slots=True)
class Tile:
    """One requester and one requested State: the changed answers, what changed most, and how many of each sort."""

    requester: CountryCode
    requested: CountryCode
    shifts: tuple[Shift, ...]

    @property
    def effects(self) -> tuple[tuple[Effect, int], ...]:
        counted = Counter(shift.effect for shift in self.shifts)
        return tuple((effect, counted[effect]) for effect in ORDER if counted[effect])

    @property
    def strongest(self) -> Effect:
        return next((effect for effect, _ in self.effects), Effect.SAME)


@dataclass(frozen=True, slots=True)
class Supposed:
    """One reform of the set: what it makes so, and why it adds nothing, if so."""

    reform: Candidate
    why_idle: Idle

    @property
    def idle(self) -> str:
        return self.why_idle.says


@dataclass(frozen=True, slots=True)
class Simulation:
    """The effect of `reforms` together. `counts` are of answers between different countries, by effect; `weighed` the
    same by their weight; `routes` counts all single ways; `at_home` counts changed answers within a country. `grounds`
    are supposed before and after, so that no effect is theirs."""

    scope: Scope
    reforms: tuple[Supposed, ...]
    shifts: tuple[Shift, ...]
    sentences: tuple[str, ...]
    counts: tuple[tuple[Effect, int], ...]
    weighed: tuple[tuple[Effect, int], ...]
    routes: Count
    at_home: int
    packs: str
    grounds: tuple[Ground, ...] = ()

    @property
    def keys(self) -> tuple[str, ...]:
        return (*(ground.key for ground in self.grounds), *(supposed.reform.key for supposed in self.reforms))

    @property
    def asked(self) -> int:
        """Answers between different countries, changed or not."""
        number = len(self.scope.countries)
        return number * (number - 1) * len(self.scope.measures)

    def count(self, effect: Effect) -> int:
        return dict(self.counts).get(effect, 0)

    def tiles(self) -> tuple[tuple[Tile, ...], ...]:
        """Rows by requester, columns by requested State."""
        found: dict[tuple[CountryCode, CountryCode], list[Shift]] = {}
        for shift in self.shifts:
            found.setdefault((shift.question.requester, shift.question.requested), []).append(shift)
        codes = self.scope.countries
        return tuple(tuple(Tile(a, b, tuple(found.get((a, b), ()))) for b in codes) for a in codes)


def scope_of(countries: Sequence[CountryCode], day: date, *, urgent: bool = False) -> Scope:
    """All measures between these countries."""
    return Scope(tuple(countries), tuple(Measure), day, urgent)


def simulation(
    snapshot: Snapshot,
    edits: Sequence[Edit],
    scope: Scope,
    weights: Weights | None = None,
    entries: Sequence[Entry] = (),
) -> Simulation:
    """What `edits` change together, the `entries` into force supposed before and after. Needs no database."""
    law = on_ground(snapshot, entries)
    found = simulated(reforms_of(law, scope, edits), law, edits, weights)
    return replace(found, grounds=tuple(ground(snapshot, entry, scope.day) for entry in entries))


def simulated(
    reforms: Reforms, snapshot: Snapshot, edits: Sequence[Edit], weights: Weights | None = None, *, explain: bool = True
) -> Simulation:
    """The same, by what `reforms` has already worked out; without `explain`, nothing is said of idle reforms."""
    scope = reforms.scope
    touched = tuple(reforms.shifts(edits))
    shifts = tuple(shift for shift in touched if shift.effect is not Effect.SAME)
    abroad = [shift for shift in shifts if not shift.question.domestic]
    counts, weighed = _counted(abroad, {}), _counted(abroad, weights or {})
    every = [shift.routes for shift in touched if not shift.question.domestic]
    return Simulation(
        scope,
        tuple(
            Supposed(
                candidate(snapshot, edit, scope.day),
                idle(reforms, snapshot, edit, edits, touched) if explain else Idle(),
            )
            for edit in edits
        ),
        shifts,
        sentences(shifts, {edit.country for edit in edits}, scope.countries),
        counts,
        weighed,
        Count(*(sum(numbers) for numbers in zip(*every, strict=True))) if every else Count(),
        len(shifts) - len(abroad),
        str(snapshot.digest),
    )


def _counted(shifts: Iterable[Shift], weights: Weights) -> tuple[tuple[Effect, int], ...]:
    found: Counter[Effect] = Counter()
    for shift in shifts:
        asked = shift.question
        found[shift.effect] += weights.get((asked.requester, asked.requested, asked.measure), 1)
    return tuple((effect, found[effect]) for effect in ORDER if found[effect])
