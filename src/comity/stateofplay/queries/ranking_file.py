"""Rankings of one or more countries as a file for other programs, or to read: JSON, CSV, Markdown."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Any

from comity.kernel.words import noted
from comity.stateofplay.queries.ranking import CountryRanking, RankedSet, RankedSize
from comity.stateofplay.queries.simulation_file import TextForm
from comity.stateofplay.queries.simulation_words import tally
from comity.stateofplay.rules.reform_words import ORDER
from comity.stateofplay.rules.tabular import csv_of, marked

SIZES = {1: "Single reform", 2: "Pair", 3: "Triple"}
FORMULA = noted(
    "First by the answers that are opened or become known to be open, then by those that become better or faster less "
    "those that become worse, then by how many more ways there are."
)
"""How sets compare, for whoever reads a ranking."""


def ranking_text(found: Sequence[CountryRanking], form: TextForm, weighed_by: str) -> str:
    return _MAKE[form](found, weighed_by)


def _json(found: Sequence[CountryRanking], weighed_by: str) -> str:
    made = {
        "at": found[0].scope.day.isoformat() if found else "",
        "packs": found[0].packs if found else "",
        "weighed_by": weighed_by,
        "order": FORMULA,
        "rankings": [_ranking(ranking) for ranking in found],
    }
    return json.dumps(made, indent=1, ensure_ascii=False) + "\n"


def _ranking(ranking: CountryRanking) -> dict[str, Any]:
    return {
        "country": str(ranking.country),
        "name": ranking.name,
        "gaps": [each.key for each in ranking.gaps],
        "unknown": [each.key for each in ranking.unknown],
        "reforms": [_size(size) for size in ranking.sizes],
        "to_find_out": [_size(size) for size in ranking.to_find_out],
    }


def _size(size: RankedSize) -> dict[str, Any]:
    return {"size": size.size, "weighed": size.weighed, "best": [_set(each) for each in size.sets]}


def _set(ranked: RankedSet) -> dict[str, Any]:
    found = ranked.simulation
    return {
        "place": ranked.place,
        "reforms": list(found.keys),
        "says": [each.reform.says for each in found.reforms],
        "answers": {effect.value: number for effect, number in found.counts},
        "weighed": {effect.value: number for effect, number in found.weighed},
        "ways_opened": found.routes.opened,
        "only_together": ranked.beyond,
        "because": list(found.sentences),
    }


def _csv(found: Sequence[CountryRanking], _: str) -> str:
    head = (
        "country",
        "kind",
        "size",
        "place",
        "reforms",
        *(effect.value for effect in ORDER),
        "ways_opened",
        "because",
    )
    return csv_of(head, (row for ranking in found for row in _rows(ranking)))


def _rows(ranking: CountryRanking) -> Iterator[tuple[object, ...]]:
    for kind, sizes in (("reform", ranking.sizes), ("to find out", ranking.to_find_out)):
        for size in sizes:
            for ranked in size.sets:
                made, counts = ranked.simulation, dict(ranked.simulation.counts)
                numbers = (counts.get(effect, 0) for effect in ORDER)
                reforms, because = " ".join(made.keys), " ".join(made.sentences)
                yield (
                    str(ranking.country),
                    kind,
                    size.size,
                    ranked.place,
                    reforms,
                    *numbers,
                    made.routes.opened,
                    because,
                )


def _markdown(found: Sequence[CountryRanking], weighed_by: str) -> str:
    parts = []
    for ranking in found:
        parts += [f"# Reforms that unlock most for {marked(ranking.name)}, {ranking.scope.day:%-d %B %Y}", ""]
        parts += list(_sizes(ranking.sizes)) or ["No gap is recorded for certain on this day.", ""]
        if ranking.to_find_out:
            parts += ["## What to find out first", "", "Not recorded for certain: it may be law already.", ""]
            parts += list(_sizes(ranking.to_find_out[:1]))
    return "\n".join([*parts, FORMULA, weighed_by, ""])


def _sizes(sizes: Sequence[RankedSize]) -> Iterator[str]:
    for size in sizes:
        yield f"## {SIZES[size.size]} ({size.weighed} weighed)"
        yield ""
        for ranked in size.sets:
            said = " ".join(each.reform.says for each in ranked.simulation.reforms)
            yield f"{ranked.place}. **{marked(said)}** {tally(ranked.simulation.counts)}"
            yield from (f"   - {marked(because)}" for because in ranked.simulation.sentences)
        if not size.sets:
            yield "Nothing that can be chosen changes an answer."
        yield ""


_MAKE: Mapping[TextForm, Callable[[Sequence[CountryRanking], str], str]] = {
    TextForm.JSON: _json,
    TextForm.CSV: _csv,
    TextForm.MD: _markdown,
}
