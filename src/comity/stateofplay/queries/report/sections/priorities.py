"""How far the strategic priorities are met, where a list of them is loaded. The short report has it in its summary."""

from __future__ import annotations

from comity.stateofplay.queries.report.material import Material
from comity.stateofplay.rules.pictures.priorities import priorities_picture
from comity.stateofplay.rules.report import Figure, Grid, Paragraph, Section


def section(material: Material) -> Section | None:
    found = material.priorities
    if material.short or found is None or not found.countries:
        return None
    rows = [
        (f"{each.number}. {each.name}", [(country.name, item.score) for country, item in scores])
        for each, scores in found.rows
    ]
    picture = priorities_picture(rows, found.finding)
    return Section(found.title, (Paragraph(picture.table.note), Figure(picture, 130), Grid(picture.table, across=True)))
