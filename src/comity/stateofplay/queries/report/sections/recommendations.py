"""What to do: for each country, by what its gaps cost; then what was proposed to all, list by list."""

from __future__ import annotations

from collections.abc import Iterator

from comity.atlas.queries.fact import fact_view
from comity.atlas.rules.packs.recommendations import RecommendationList
from comity.stateofplay.queries.report.material import Material
from comity.stateofplay.rules.pictures.picture import Table
from comity.stateofplay.rules.report import Block, Bullets, Grid, Section

PROPOSALS = ("eap-2018", "eap-ii", "eap-iii")
"""The lists that the report repeats in full: what was proposed in June 2017, overall and by project."""
FEW, MOST = 5, 6
LONGEST = 160


def section(material: Material) -> Section | None:
    first = tuple(_first(material))
    lists = material.snapshot.recommendations
    proposed = [lists[name] for name in PROPOSALS if name in lists]
    others = [found for name, found in lists.items() if name not in PROPOSALS]
    blocks: list[Block] = [Bullets(first[:MOST] if material.short else first)] if first else []
    if material.short and proposed:
        blocks.append(Bullets(tuple(_short(entry.says) for entry in proposed[0].recommendations[:FEW])))
    if not material.short:
        blocks += [Grid(_table(material, found)) for found in proposed]
        if others:
            blocks.append(Bullets(tuple(f"{found.title}: {len(found.recommendations)} in number" for found in others)))
    return Section("What to do", tuple(blocks)) if blocks else None


def _first(material: Material) -> Iterator[str]:
    """For each country the gap that costs most."""
    for code, name in material.powers.countries:
        own = [one for one in material.consequences if one.country == code and (one.closed or one.detours)]
        if own:
            worst = own[0]
            parts = ((worst.closed, "closed"), (worst.detours, "on a detour"))
            costs = " and ".join(f"{count} {how}" for count, how in parts if count)
            alone = f"{worst.alone} of these wait for nothing else" if worst.alone else "all of these wait for more"
            yield f"{name}: give the power of Article {worst.article}; for want of it routes are {costs}, {alone}."


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
