"""Which reform of each country unlocks most: alone, with another, and three together, ranked with none left out."""

from __future__ import annotations

from collections.abc import Iterator

from comity.kernel.country import CountryCode
from comity.stateofplay.queries.ranking import CountryRanking, RankedSize, kept_ranking
from comity.stateofplay.queries.report.material import Material
from comity.stateofplay.queries.simulation import scope_of
from comity.stateofplay.queries.simulation_words import tally
from comity.stateofplay.rules.pictures.picture import Table
from comity.stateofplay.rules.report import Bullets, Grid, Paragraph, Section

HEADING = "Which reform unlocks most"
HOW = (
    "Every reform of what is known to be missing, every pair and every triple, compared by the planner’s answers "
    "between these countries before and after. What nobody recorded is not counted as a gap."
)


def section(material: Material) -> Section | None:
    found = [ranking for ranking in _rankings(material) if any(size.sets for size in ranking.sizes)]
    if not found:
        return None
    if material.short:
        return Section(HEADING, (Bullets(tuple(f"{one.name}: {_best(one.sizes[0])}" for one in found[:6])),))
    rows = tuple((one.name, tuple(_best(size) for size in _three(one))) for one in found)
    head = ("Country", "Single reform", "Pair", "Triple")
    return Section(HEADING, (Paragraph(HOW), Grid(Table("Reforms that change most answers", head, rows))))


def _rankings(material: Material) -> Iterator[CountryRanking]:
    described = [CountryCode(code) for code in sorted(material.snapshot.countries)]
    scope = scope_of(described, material.day)
    for code, _ in material.matrix.countries:
        if code in material.snapshot.countries:
            yield kept_ranking(material.snapshot, CountryCode(code), scope, {})


def _three(ranking: CountryRanking) -> tuple[RankedSize | None, ...]:
    by_size = {size.size: size for size in ranking.sizes}
    return tuple(by_size.get(size) for size in (1, 2, 3))


def _best(size: RankedSize | None) -> str:
    """“Has the power of Article 16 in full. Answers: 14 better.”; a dash where nothing changes an answer."""
    if size is None or not size.sets:
        return "–"
    best = size.sets[0]
    more = "" if size.adds else " No more than fewer reforms."
    return f"{best.title}. Answers: {tally(best.simulation.counts)}.{more}"
