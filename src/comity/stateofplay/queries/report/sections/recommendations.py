"""What was proposed to all, list by list. What a country gains by which reform is a section of its own."""

from __future__ import annotations

from comity.atlas.queries.fact import fact_view
from comity.atlas.rules.packs.recommendations import RecommendationList
from comity.stateofplay.queries.report.material import Material
from comity.stateofplay.rules.pictures.picture import Table
from comity.stateofplay.rules.report import Block, Bullets, Grid, Section

PROPOSALS = ("eap-2018", "eap-ii", "eap-iii")
"""The lists that the report repeats in full: what was proposed in June 2017, overall and by project."""
FEW = 5
LONGEST = 160


def section(material: Material) -> Section | None:
    lists = material.snapshot.recommendations
    proposed = [lists[name] for name in PROPOSALS if name in lists]
    others = [found for name, found in lists.items() if name not in PROPOSALS]
    blocks: list[Block] = []
    if material.short and proposed:
        blocks.append(Bullets(tuple(_short(entry.says) for entry in proposed[0].recommendations[:FEW])))
    if not material.short:
        blocks += [Grid(_table(material, found)) for found in proposed]
        if others:
            blocks.append(Bullets(tuple(f"{found.title}: {len(found.recommendations)} in number" for found in others)))
    return Section("What to do", tuple(blocks)) if blocks else None


def _table(material: Material, found: RecommendationList) -> Table:
    rows = []
    for entry in found.recommendations:
        view = fact_view(entry, material.snapshot.sources, material.day)
        rows.append((entry.number, (entry.says, entry.addressee.label, view.pinpoint, view.confidence)))
    return Table(
        f"{found.title}, by {found.by}",
        ("No.", "Recommendation", "Whose", "Where it stands", "Confidence"),
        tuple(rows),
    )


def _short(says: str) -> str:
    return says if len(says) <= LONGEST else f"{says[:LONGEST].rsplit(' ', 1)[0]} …"
