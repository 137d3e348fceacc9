"""The strategic priorities, scored by their stated indicators: the finding, and each score with what is not known."""

from __future__ import annotations

from comity.stateofplay.queries.priorities import Priorities
from comity.stateofplay.queries.report.material import Material
from comity.stateofplay.rules.pictures.picture import Table
from comity.stateofplay.rules.priorities import FORMULA, Score
from comity.stateofplay.rules.report import Bullets, Grid, Paragraph, Section

ABREAST = 8
"""As many countries as stand side by side on a page."""


def section(material: Material) -> Section | None:
    found = material.priorities
    if found is None or not found.countries:
        return None
    if material.short:
        return Section("Strategic priorities", (Bullets((f"{found.title}. {found.finding}.",)),))
    tables = (Grid(_table(found, first)) for first in range(0, len(found.countries), ABREAST))
    return Section("Strategic priorities", (Paragraph(f"{found.title}. {found.finding}. {FORMULA}"), *tables))


def _table(found: Priorities, first: int) -> Table:
    part = slice(first, first + ABREAST)
    return Table(
        "Scores by country",
        ("Priority", *(country.name for country in found.countries[part])),
        tuple(
            (f"{each.number}. {each.name}", tuple(_words(view.score) for _, view in scores[part]))
            for each, scores in found.rows
        ),
    )


def _words(score: Score) -> str:
    """“67 %, partly met”, with how much of it is not known below."""
    told = score.figure if score.share is None else f"{score.figure}, {score.standing.word}"
    return "\n".join(filter(None, (told, score.missing_words)))
