"""Compares the planner with its peers: first that they agree in every cell, then how long each of them takes."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date
from functools import partial
from typing import NamedTuple

from comity.atlas.rules.law import Law
from comity.atlas.rules.snapshot import Snapshot
from comity.kernel.country import CountryCode
from comity.routes.rules.question import Question
from planning import subset, world
from planning.peers import SCRIPTS, Answers, ask
from rig.table import spread, table
from rig.timing import Sample, timed

ROUNDS = 5
QUESTIONS = 300
DAYS = (date(1999, 1, 1), date(2017, 6, 16))
SEEDS = (185, 224)
WAYS = {"one": "a new program for each question", "one_more": "one program, asked again", "all": "all pairs at once"}


class Setting(NamedTuple):
    """A world on a day, for urgent cases or for others."""

    name: str
    snapshot: Snapshot
    day: date
    urgent: bool


def compare(snapshot: Snapshot, day: date) -> bool:
    """Print both comparisons, with the world of `snapshot` on `day` as the one that is timed."""
    countries = world.countries_of(snapshot)
    settings = list(_settings(snapshot, day))
    questions = subset.pairs(countries)[:: max(1, len(countries) * (len(countries) - 1) // QUESTIONS)]
    job = {
        "worlds": [subset.facts(s.snapshot.on(s.day), countries, urgent=s.urgent) for s in settings],
        "timed": 0,
        "questions": questions,
        "rounds": ROUNDS,
    }
    answers = [ask(name, job) for name in SCRIPTS]
    agreed = _agree(settings, countries, answers)
    if agreed:
        _times(settings[0], countries, questions, answers)
    return agreed


def _settings(snapshot: Snapshot, day: date) -> Iterator[Setting]:
    """The first is the one to be timed. The shaken worlds have every sort of missing, uncertain and disputed fact."""
    for urgent in (True, False):
        for when in (day, *DAYS):
            yield Setting(f"cloned from the packs, {when}", snapshot, when, urgent)
        for seed in SEEDS:
            yield Setting(f"shaken with seed {seed}, {day}", world.shaken(snapshot, seed), day, urgent)


def _agree(settings: Sequence[Setting], countries: Sequence[CountryCode], answers: Sequence[Answers]) -> bool:
    """Whether every peer gives every pair, on every route, the status that the planner's whole plan gives it."""
    pairs = subset.pairs(countries)
    seen: Counter[str] = Counter()
    differences: list[str] = []
    for number, setting in enumerate(settings):
        law = setting.snapshot.on(setting.day)
        for place, pair in enumerate(pairs):
            ours = subset.by_whole_plan(law, subset.asked(law, pair, urgent=setting.urgent))
            seen.update(ours)
            for answer in answers:
                theirs = tuple(answer.statuses[number][route][place] for route in subset.ROUTES)
                if theirs != ours:
                    urgent = "urgent" if setting.urgent else "not urgent"
                    where = f"{setting.name}, {urgent}, {pair[0]} to {pair[1]}"
                    differences.append(f"{where}: {answer.version} says {theirs}, the planner {ours}.")
    names = ", ".join(answer.version for answer in answers)
    cells = ", ".join(f"{count} {status}" for status, count in seen.most_common())
    print(f"\nBeside {names}, on the subset of rules of benchmarks/planning/subset.py\n")
    print(f"{len(settings)} worlds × {len(pairs)} pairs × {len(subset.ROUTES)} routes = {seen.total()} cells: {cells}.")
    print(f"Cells in which a peer differs from the planner: {len(differences)}.")
    print("\n".join(differences[:10]))
    return not differences


def _times(
    setting: Setting, countries: Sequence[CountryCode], questions: Sequence[subset.Pair], answers: Sequence[Answers]
) -> None:
    law = setting.snapshot.on(setting.day)
    asked = [subset.asked(law, pair, urgent=setting.urgent) for pair in questions]
    everything = [subset.asked(law, pair, urgent=setting.urgent) for pair in subset.pairs(countries)]
    one = {
        "Comity, the whole plan": timed([partial(subset.by_whole_plan, law, q) for q in asked]),
        "Comity, these rules": timed([partial(subset.by_these_rules, law, q) for q in asked]),
    }
    every = {
        "Comity, the whole plan": _rounds(setting, everything, subset.by_whole_plan),
        "Comity, these rules": _rounds(setting, everything, subset.by_these_rules),
    }
    for answer in answers:
        one |= {f"{answer.version}, {WAYS[way]}": answer.samples[way] for way in ("one", "one_more")}
        every[f"{answer.version}, {WAYS['all']}"] = answer.samples["all"]
    _print(f"One question on the subset ({len(asked)} questions)", one)
    _print(f"All {len(everything)} pairs on the subset, from nothing ({ROUNDS} rounds)", every)


def _rounds(setting: Setting, questions: Sequence[Question], answer: Callable[[Law, Question], object]) -> Sample:
    """All questions, each round under a law that has concluded nothing yet, as the peers begin."""
    fresh = [replace(setting.snapshot).on(setting.day) for _ in range(ROUNDS)]
    return timed([partial(_all, law, questions, answer) for law in fresh])


def _all(law: Law, questions: Sequence[Question], answer: Callable[[Law, Question], object]) -> None:
    for question in questions:
        answer(law, question)


def _print(title: str, samples: Mapping[str, Sample]) -> None:
    """The samples with how many times as long each takes as our whole plan."""
    ours = next(iter(samples.values())).median
    rows = [(name, *spread(sample), f"{sample.median / ours:.3g}") for name, sample in samples.items()]
    print(f"\n{title}\n")
    print(table(("", "median", "least – most", "× the whole plan"), rows))
