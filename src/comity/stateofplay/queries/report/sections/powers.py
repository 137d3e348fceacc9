"""The powers of Articles 16 to 21: by country and by article. The short report has them in its overview."""

from __future__ import annotations

from comity.stateofplay.queries.report.material import Material
from comity.stateofplay.rules.pictures.powers import NOTE, per_article, per_country, tiles
from comity.stateofplay.rules.report import Figure, Grid, Paragraph, Section


def section(material: Material) -> Section | None:
    if material.short or not material.powers.countries:
        return None
    return Section(
        "Procedural powers",
        (
            Paragraph(NOTE),
            Figure(per_country(material.powers), 80),
            Figure(per_article(material.powers), 80),
            Grid(tiles(material.powers).table),
        ),
    )
