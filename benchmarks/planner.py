"""Measures the planner: one plan, a plan as a page, and a matrix; and two rule engines on a subset of its rules.

`make bench`, or `python benchmarks/planner.py`. Ends with an error where a promise is missed, or where a peer's answer
differs from the planner's in a single cell. It changes nothing and needs no database.
"""

from __future__ import annotations

import sys
import time
from datetime import date, timedelta
from functools import partial

from comity.atlas.rules.measure import Measure
from comity.atlas.rules.snapshot import Snapshot
from comity.routes.queries.plan import plan_view
from comity.routes.rules.matrix import matrix
from comity.routes.rules.plan import Plan, plan
from comity.routes.rules.question import Question
from planning import comparison, world
from planning.peers import NoPeers
from planning.questions import on_many_days, on_one_day
from planning.reading import read
from rig.machine import machine
from rig.table import spread, table
from rig.timing import timed

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
    """The page's view has every source resolved, as a page shows it."""
    countries = world.countries_of(snapshot)
    again, anew = on_one_day(countries, QUESTIONS, DAY), on_many_days(countries, QUESTIONS, FIRST_DAY)
    for question in again:
        plan(snapshot.on(question.day), question)
    samples = {
        "plan and its reasons, day asked about before": timed(
            [partial(_plan, snapshot, question) for question in again]
        ),
        "plan and its reasons, day never asked about": timed([partial(_plan, snapshot, q) for q in anew]),
        "plan as a page shows it, day asked about before": timed([partial(plan_view, snapshot, q) for q in again]),
    }
    rows = [(what, *spread(sample)) for what, sample in samples.items()]
    print(f"\nOne plan in {name}: {QUESTIONS} questions of every sort, {len(snapshot.instruments)} instruments\n")
    print(table(("", "median", "least – most"), rows))
    sample = samples["plan and its reasons, day asked about before"]
    return _promise("the median plan", sample.median / 1e6, PLAN_MS, "ms")


def _plan(snapshot: Snapshot, question: Question) -> Plan:
    """A plan of which every route has been read."""
    found = plan(snapshot.on(question.day), question)
    for route in found.routes:
        read(route)
    return found


def _matrix(snapshot: Snapshot) -> bool:
    """Every measure on a day of its own, so that its first cell begins from nothing. The promise is on the processor's
    time: on a machine that does nothing else, it is the time that passes."""
    countries = world.countries_of(snapshot)
    rows: dict[Measure, tuple[float, float, int]] = {}
    for number, measure in enumerate(Measure):
        law = snapshot.on(DAY + timedelta(days=number))
        wall, processor = time.perf_counter(), time.process_time()
        cells = matrix(law, countries, measure)
        rows[measure] = (
            time.perf_counter() - wall,
            time.process_time() - processor,
            sum(cell.routes for row in cells for cell in row),
        )
    slowest = sorted(Measure, key=lambda measure: rows[measure][1], reverse=True)
    print(f"\nMatrix of {COUNTRIES} × {COUNTRIES} countries, every cell the best of its routes, one thread\n")
    print(
        table(
            ("measure", "seconds passed", "of the processor", "routes weighed"),
            [(m, f"{rows[m][0]:.2f}", f"{rows[m][1]:.2f}", str(rows[m][2])) for m in slowest],
        )
    )
    seconds = sum(rows[measure][1] for measure in slowest[:MEASURES])
    return _promise(f"the matrix for the {MEASURES} slowest measures", seconds, MATRIX_SECONDS, "s")


def _promise(what: str, value: float, limit: float, unit: str) -> bool:
    kept = value < limit
    print(f"\n{'kept' if kept else 'MISSED'}: {what} takes {value:.3g} {unit}; promised: under {limit:g} {unit}.")
    return kept


if __name__ == "__main__":
    sys.exit(main())
