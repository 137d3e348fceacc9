"""What to do: first for each country, by what its gaps cost; then what was proposed to all, list by list."""

from __future__ import annotations

from collections.abc import Iterator

from comity.atlas.queries.fact import fact_view
from comity.atlas.rules.packs.recommendations import RecommendationList
from comity.stateofplay.queries.report.material import Material
from comity.stateofplay.rules.pictures.picture import Table
from comity.stateofplay.rules.report import Block, Bullets, Grid, Paragraph, Section

PROPOSALS = "proposals-2017"
"""The list that the report repeats in full: what was proposed with the overview of June 2017."""
FEW = 5
LONGEST = 160


def section(material: Material) -> Section | None:
    first = tuple(_first(material))
    proposed = material.snapshot.recommendations.get(PROPOSALS)
    blocks: list[Block] = []
    if first:
        blocks.append(Bullets(first[: FEW + 1] if material.short else first))
    if proposed and material.short:
        blocks.append(Bullets(tuple(_short(entry.says) for entry in proposed.recommendations[:FEW])))
    elif proposed:
        blocks += [Paragraph(f"{proposed.title}, by {proposed.by}."), Grid(_table(material, proposed))]
    others = [found for name, found in material.snapshot.recommendations.items() if name != PROPOSALS]
    if others and not material.short:
        blocks.append(
            Bullets(tuple(f"{found.title}: {len(found.recommendations)} recommendations" for found in others))
        )
    return Section("What to do", tuple(blocks)) if blocks else None


def _first(material: Material) -> Iterator[str]:
    """For each country the gap that costs most."""
    for code, name in material.powers.countries:
        own = [one for one in material.consequences if one.country == code and (one.closed or one.detours)]
        if own:
            worst = own[0]
            parts = ((worst.closed, "closes", "route"), (worst.detours, "sends on a detour", "route"))
            costs = " and ".join(f"{verb} {count} {what}{'s' * (count != 1)}" for count, verb, what in parts if count)
            yield (
                f"{name}: adopt the power of Article {worst.article} first. Its lack {costs}; "
                f"{worst.alone} of the routes that wait for it wait for no other change of law."
            )


def _table(material: Material, found: RecommendationList) -> Table:
    rows = []
    for entry in found.recommendations:
        view = fact_view(entry, material.snapshot.sources, material.day)
        rows.append((entry.number, (entry.says, entry.addressee.label, view.pinpoint, view.confidence)))
    return Table(found.title, ("No.", "Recommendation", "Whose", "Where it stands", "Confidence"), tuple(rows))


def _short(says: str) -> str:
    return says if len(says) <= LONGEST else f"{says[:LONGEST].rsplit(' ', 1)[0]} …"
