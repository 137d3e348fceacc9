"""Compares the planner with its peers: first that they agree in every cell, then how long each of them takes."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date
from functools import partial

from comity.atlas.rules.snapshot import Snapshot
from comity.routes.rules.question import Question
from planning import subset, world
from planning.agreement import agree
from planning.peers import SCRIPTS, Answers, ask
from planning.setting import settings
from rig.table import spread, table
from rig.timing import Sample, timed

ROUNDS = 5
QUESTIONS = 300
WHOLE, ALONE = "Comity, the whole plan", "Comity, these rules alone"
WAYS = {"one": "made anew for each question", "one_more": "made once, asked again", "all": "all pairs at once"}


def compare(snapshot: Snapshot, day: date) -> bool:
    """Print both comparisons, with the world of `snapshot` on `day` as the one that is timed."""
    countries = world.countries_of(snapshot)
    compared = list(settings(snapshot, day))
    pairs = subset.pairs(countries)
    some = pairs[:: max(1, len(pairs) // QUESTIONS)]
    job = {
        "worlds": [subset.facts(setting.law, countries, urgent=setting.urgent) for setting in compared],
        "timed": 0,
        "questions": some,
        "rounds": ROUNDS,
    }
    answers = [ask(name, job) for name in SCRIPTS]
    print(
        f"\nBeside {', '.join(answer.version for answer in answers)}, on the rules of benchmarks/planning/subset.py\n"
    )
    if not agree(compared, countries, answers):
        return False
    first = compared[0]
    _one(first.snapshot, [subset.asked(first.law, pair, urgent=first.urgent) for pair in some], answers)
    _all(first.snapshot, [subset.asked(first.law, pair, urgent=first.urgent) for pair in pairs], answers)
    return True


def _one(snapshot: Snapshot, questions: Sequence[Question], answers: Sequence[Answers]) -> None:
    """Asked again, the planner has the day's facts looked up, as the peers have them given."""
    samples = {}
    for name, made in ((WHOLE, snapshot), (ALONE, subset.alone(snapshot))):
        for question in questions:
            _ask(made, [question])
        samples[f"{name}, {WAYS['one_more']}"] = timed([partial(_ask, made, [question]) for question in questions])
        anew = [(replace(made), question) for question in questions]
        samples[f"{name}, {WAYS['one']}"] = timed([partial(_ask, new, [question]) for new, question in anew])
    for answer in answers:
        known = [way for way in ("one_more", "one") if way in answer.samples]
        samples |= {f"{answer.version}, {WAYS[way]}": answer.samples[way] for way in known}
    _print(
        f"One question ({len(questions)} questions)",
        samples,
        [f"{name}, {WAYS['one_more']}" for name in (WHOLE, ALONE)],
    )


def _all(snapshot: Snapshot, questions: Sequence[Question], answers: Sequence[Answers]) -> None:
    samples = {}
    for name, made in ((WHOLE, snapshot), (ALONE, subset.alone(snapshot))):
        samples[name] = timed([partial(_ask, new, questions) for new in [replace(made) for _ in range(ROUNDS)]])
    samples |= {f"{answer.version}, {WAYS['all']}": answer.samples["all"] for answer in answers}
    _print(f"All {len(questions)} pairs, everything made anew ({ROUNDS} rounds)", samples, [WHOLE, ALONE])


def _ask(snapshot: Snapshot, questions: Sequence[Question]) -> None:
    """A snapshot that was copied has no law of the day yet: it begins from nothing, as the peers do."""
    for question in questions:
        subset.statuses(snapshot.on(question.day), question)


def _print(title: str, samples: Mapping[str, Sample], ours: Sequence[str]) -> None:
    """The samples, with how many times as long each takes as the two of `ours`: the whole plan, these rules alone."""
    rows = [
        (name, *spread(sample), *(f"{sample.median / samples[base].median:.3g}" for base in ours))
        for name, sample in samples.items()
    ]
    print(f"\n{title}\n")
    print(table(("", "median", "least – most", "× the whole plan", "× these rules alone"), rows))
