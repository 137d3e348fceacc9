"""The proof that the planner and its peers work on the same rules: they agree in every cell of every setting."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from comity.kernel.country import CountryCode
from planning import subset
from planning.peers import Answers
from planning.setting import Setting

SHOWN = 10
"""Differences that are printed; one is enough to stop."""


def agree(settings: Sequence[Setting], countries: Sequence[CountryCode], answers: Sequence[Answers]) -> bool:
    """Whether each peer, and the planner with these rules alone, gives each pair on each route the status that the
    planner's whole plan gives it. Prints how many cells there are, and what differs."""
    seen: Counter[str] = Counter()
    differences: list[str] = []
    pairs = subset.pairs(countries)
    for number, setting in enumerate(settings):
        law, small = setting.law, setting._replace(snapshot=subset.alone(setting.snapshot)).law
        for place, pair in enumerate(pairs):
            question = subset.asked(law, pair, urgent=setting.urgent)
            ours = subset.statuses(law, question)
            seen.update(ours)
            others = {answer.version: _answered(answer, number, place) for answer in answers}
            others["Comity, these rules alone"] = subset.statuses(small, question)
            differences += [
                f"{setting}, {pair[0]} to {pair[1]}: {name} says {theirs}, the planner {ours}."
                for name, theirs in others.items()
                if theirs != ours
            ]
    cells = ", ".join(f"{count} {status}" for status, count in seen.most_common())
    print(
        f"{len(settings)} settings × {len(pairs)} pairs × {len(subset.ROUTES)} routes = {seen.total()} cells: {cells}."
    )
    print(f"Cells in which one of them differs from the planner: {len(differences)}.")
    for difference in differences[:SHOWN]:
        print(difference)
    return not differences


def _answered(answer: Answers, number: int, place: int) -> tuple[str, ...]:
    return tuple(answer.statuses[number][route][place] for route in subset.ROUTES)
