"""Measures the planner: one plan, a plan as a page, and a matrix; and two rule engines on a subset of its rules.

`make bench`, or `python benchmarks/planner.py`. Ends with an error where a promise is missed, or where a peer's answer
differs from the planner's in a single cell. It changes nothing and needs no database.
"""

from __future__ import annotations

import sys
from collections.abc import Callable
from datetime import date

from comity.atlas.rules.measure import Measure
from comity.atlas.rules.snapshot import Snapshot
from comity.kernel.country import CountryCode
from comity.routes.queries.plan import plan_view
from comity.routes.rules.matrix import matrix
from comity.routes.rules.plan import plan
from comity.routes.rules.question import Question
from planning import comparison, world
from planning.peers import NoPeers
from planning.questions import on_many_days, on_one_day
from rig.machine import machine
from rig.table import spread, table
from rig.timing import Sample, timed

DAY = date(2023, 1, 1)
FIRST_DAY = date(2012, 1, 1)
QUESTIONS = 2000
COUNTRIES = 75
MEASURES = 10
PLAN_MS = 0.5
MATRIX_SECONDS = 10.0


def main() -> int:
    print(machine())
    packs = world.as_packed()
    many = world.cloned(packs, COUNTRIES)
    kept = [_plans(packs, "the packs’ six countries"), _plans(many, f"{COUNTRIES} countries"), _matrix(many)]
    try:
        kept.append(comparison.compare(many, DAY))
    except NoPeers as sentence:
        print(f"\nNOT COMPARED WITH PEERS. {sentence}")
        kept.append(False)
    return 0 if all(kept) else 1


def _plans(snapshot: Snapshot, name: str) -> bool:
    countries = world.countries_of(snapshot)
    before, never = on_one_day(countries, QUESTIONS, DAY), on_many_days(countries, QUESTIONS, FIRST_DAY)
    for question in before:
        plan(snapshot.on(DAY), question)
    samples = {
        "plan, day asked about before": timed(_each(before, lambda q: plan(snapshot.on(q.day), q))),
        "plan, day never asked about": timed(_each(never, lambda q: plan(snapshot.on(q.day), q))),
        "page’s view of it, day asked about before": timed(_each(before, lambda q: plan_view(snapshot, q))),
    }
    rows = [(what, *spread(sample)) for what, sample in samples.items()]
    print(f"\nOne plan in {name}: {QUESTIONS} questions of every sort, {len(snapshot.instruments)} instruments\n")
    print(table(("", "median", "least – most"), rows))
    sample = samples["plan, day asked about before"]
    return _promise("the median plan", sample.median / 1e6, PLAN_MS, "ms")


def _each(questions: list[Question], ask: Callable[[Question], object]) -> list[Callable[[], object]]:
    return [lambda question=question: ask(question) for question in questions]  # type: ignore[misc]


def _matrix(snapshot: Snapshot) -> bool:
    countries = world.countries_of(snapshot)
    samples = {measure: _one_matrix(snapshot, countries, measure) for measure in Measure}
    slowest = sorted(samples, key=lambda measure: samples[measure].median, reverse=True)
    chosen = slowest[:MEASURES]
    print(f"\nMatrix of {COUNTRIES} × {COUNTRIES} countries, every cell a plan with its reasons, one thread\n")
    print(table(("measure", "seconds"), [(measure, f"{samples[measure].seconds:.2f}") for measure in slowest]))
    seconds = sum(samples[measure].seconds for measure in chosen)
    return _promise(f"the {MEASURES} slowest measures together", seconds, MATRIX_SECONDS, "s")


def _one_matrix(snapshot: Snapshot, countries: list[CountryCode], measure: Measure) -> Sample:
    """On a day of its own, so that the first cell starts from nothing."""
    law = snapshot.on(date(2022, 1, 1 + list(Measure).index(measure)))
    return timed([lambda: matrix(law, countries, measure)])


def _promise(what: str, value: float, limit: float, unit: str) -> bool:
    kept = value < limit
    print(f"\n{'kept' if kept else 'MISSED'}: {what} takes {value:.3g} {unit}; promised: under {limit:g} {unit}.")
    return kept


if __name__ == "__main__":
    sys.exit(main())
