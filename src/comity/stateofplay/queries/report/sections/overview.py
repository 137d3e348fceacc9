"""The overview: as a heat map, and, in the long report, in the observers' own words."""

from __future__ import annotations

from comity.stateofplay.queries.report.material import Material
from comity.stateofplay.rules.matrix_text import words
from comity.stateofplay.rules.pictures.overview import overview
from comity.stateofplay.rules.pictures.picture import Table
from comity.stateofplay.rules.pictures.powers import tiles
from comity.stateofplay.rules.report import Block, Figure, Grid, Paragraph, Section

ABREAST = 8
"""As many countries as stand side by side on a page."""


def section(material: Material) -> Section | None:
    if not material.matrix.countries:
        return None
    picture = overview(material.matrix)
    if material.short:
        return Section("The overview", (Figure(picture, 78), Figure(tiles(material.powers), 62)))
    return Section(
        "The overview",
        (Paragraph(picture.table.note), Figure(picture, 82), Figure(tiles(material.powers), 66), *_tables(material)),
    )


def _tables(material: Material) -> tuple[Block, ...]:
    matrix = material.matrix
    return tuple(
        Grid(
            Table(
                "The overview in the observers’ own words",
                ("Topic", *(name for _, name in matrix.countries[first : first + ABREAST])),
                tuple(
                    (row.topic.label, tuple("\n".join(words(cell)) for cell in row.cells[first : first + ABREAST]))
                    for row in matrix.rows
                ),
            ),
            across=True,
        )
        for first in range(0, len(matrix.countries), ABREAST)
    )
