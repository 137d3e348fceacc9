"""What is recorded differently than in the overview of June 2017."""

from __future__ import annotations

from collections.abc import Iterator

from comity.stateofplay.queries.report.material import Material
from comity.stateofplay.rules.matrix import changes
from comity.stateofplay.rules.powers import turns
from comity.stateofplay.rules.report import Bullets, Paragraph, Section

FEW = 4
"""Changes that the short report tells."""


def section(material: Material) -> Section | None:
    if material.day <= material.then:
        return None
    found = (*_powers(material), *_cells(material))
    heading = f"What changed since {material.then.day} {material.then:%B %Y}"
    if not found:
        says = "Nothing that is recorded. That does not mean that nothing happened: look at the age of each entry."
        return Section(heading, (Paragraph(says),))
    if material.short and len(found) > FEW:
        return Section(heading, (Bullets((*found[:FEW], f"{len(found) - FEW} more: see the report.")),))
    return Section(heading, (Bullets(found),))


def _powers(material: Material) -> Iterator[str]:
    for turn in turns(material.powers_then, material.powers):
        yield f"{turn.heading}, Article {turn.article}: {turn.after.label}; was {turn.before.label}."


def _cells(material: Material) -> Iterator[str]:
    for change in changes(material.earlier, material.matrix):
        was = "; ".join(change.before) or "not known"
        yield f"{change.heading}, {change.topic.label}: {'; '.join(change.after) or 'not known'}. Was: {was}."
