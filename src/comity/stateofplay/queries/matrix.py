"""The State of Play overview as of a day: from the observations of country packs, and from signed-off assessments."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import date

from comity.atlas.queries.fact import fact_view
from comity.atlas.rules.packs.country import Topic
from comity.atlas.rules.snapshot import Snapshot
from comity.stateofplay.rules.matrix import Matrix, Statement, arranged

Stated = tuple[str, Topic, Statement]


def matrix_of(
    snapshot: Snapshot, day: date, *, countries: Sequence[str] | None = None, assessed: Iterable[Stated] = ()
) -> Matrix:
    """The overview of `countries`, of all that are described if none is given. Needs no database.

    `assessed` is what assessments state beside the packs. Of several statements about a cell the newest holds.
    """
    codes = sorted(snapshot.countries) if countries is None else countries
    stated: dict[tuple[str, Topic], list[Statement]] = {}
    for country, topic, said in (*_observed(snapshot, codes, day), *assessed):
        stated.setdefault((country, topic), []).append(said)
    return arranged(stated, codes, day, str(snapshot.digest))


def _observed(snapshot: Snapshot, codes: Sequence[str], day: date) -> Iterator[Stated]:
    for code in codes:
        pack = snapshot.countries.get(code)
        for topic, facts in pack.observations.items() if pack else ():
            for fact in facts:
                if fact.covers(day):
                    yield code, topic, Statement(fact.value, fact_view(fact, snapshot.sources, day))
