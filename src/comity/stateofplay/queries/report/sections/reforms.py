"""Which single reform, pair and triple of each country unlocks most. The short report names the single ones."""

from __future__ import annotations

from collections.abc import Iterator

from comity.kernel.country import CountryCode
from comity.stateofplay.queries.ranking import CountryRanking, kept_ranking
from comity.stateofplay.queries.ranking_file import FORMULA, SIZES
from comity.stateofplay.queries.report.material import Material
from comity.stateofplay.queries.simulation import scope_of
from comity.stateofplay.queries.simulation_words import tally
from comity.stateofplay.rules.pictures.picture import Table
from comity.stateofplay.rules.report import Bullets, Grid, Paragraph, Section
from comity.stateofplay.rules.weighed import EQUALLY

HEADING = "Which reforms unlock most"
MOST = 6
"""Countries of which the two pages of the short report tell."""
FEW = 2
"""Reasons that the report tells; the ranking's own page has all of them."""
_NO_GAP = "no gap is recorded for certain"


def section(material: Material) -> Section | None:
    codes = [CountryCode(code) for code, _ in material.powers.countries if code in material.snapshot.countries]
    scope = scope_of(sorted({*map(CountryCode, material.snapshot.countries), *codes}), material.day)
    found = [kept_ranking(material.snapshot, code, scope, {}) for code in codes]
    told = [ranking for ranking in found if any(size.sets for size in ranking.sizes) or ranking.unknown]
    if not told:
        return None
    if material.short:
        return Section(HEADING, (Bullets(tuple(_best(ranking) for ranking in told[:MOST])),))
    table = Table(
        HEADING,
        ("Country", "Reforms", "What changes", "Above all"),
        tuple(line for ranking in told for line in _lines(ranking)),
    )
    return Section(HEADING, (Paragraph(f"{FORMULA} {EQUALLY}"), Grid(table, across=True)))


def _best(ranking: CountryRanking) -> str:
    best = next((size.sets[0] for size in ranking.sizes if size.sets), None)
    if best is None:
        return f"{ranking.name}: {_NO_GAP}; {len(ranking.unknown)} facts have to be found out first."
    return f"{ranking.name}: {best.title} ({tally(best.simulation.counts)})."


def _lines(ranking: CountryRanking) -> Iterator[tuple[str, tuple[str, ...]]]:
    """A line for each size whose best does more than the best smaller one."""
    if not any(size.sets for size in ranking.sizes):
        yield ranking.name, (f"{len(ranking.unknown)} facts have to be found out first.", "", _NO_GAP.capitalize())
    for size in ranking.sizes:
        if size.sets and size.adds:
            best = size.sets[0]
            told = best.simulation.sentences
            above_all = " ".join(told[:FEW]) + (" …" if len(told) > FEW else "")
            yield (
                f"{ranking.name}, {SIZES[size.size].lower()}",
                (f"{best.title[:1].upper()}{best.title[1:]}", tally(best.simulation.counts), above_all),
            )
