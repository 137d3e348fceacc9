"""What the report rests on: each source, how often, how old its newest observation is, how sure one can be."""

from __future__ import annotations

from collections.abc import Iterator

from comity.atlas.queries.fact import FactView
from comity.stateofplay.queries.report.material import Material
from comity.stateofplay.rules.pictures.picture import Table
from comity.stateofplay.rules.report import Block, Grid, Paragraph, Section

_CONFIDENCE = ("high", "medium", "low")


def section(material: Material) -> Section:
    grouped: dict[str, list[FactView]] = {}
    for fact in _facts(material):
        grouped.setdefault(fact.source, []).append(fact)
    packs = f"Packs of law and practice: {material.matrix.packs}."
    if not grouped:
        return Section("Sources", (Paragraph(f"No source states anything for this day. {packs}"),))
    if material.short:
        names = "; ".join(f"{source} ({_newest(facts)})" for source, facts in list(grouped.items())[:3])
        more = f"; {len(grouped) - 3} more" if len(grouped) > 3 else ""  # noqa: PLR2004
        return Section("Sources", (Paragraph(f"{names}{more}. What is not of high confidence: verify before use."),))
    rows = tuple(
        (
            source,
            (
                str(len(facts)),
                _newest(facts),
                min(facts, key=lambda fact: fact.checked).checked.isoformat(),
                _least(facts),
            ),
        )
        for source, facts in grouped.items()
    )
    head = ("Source", "Statements", "Newest observation", "Checked, earliest", "Least confidence")
    blocks: tuple[Block, ...] = (
        Grid(Table("Sources with their age", head, rows)),
        Paragraph(f"What is not of high confidence is to be verified before use. {packs}"),
    )
    return Section("Sources", blocks)


def _facts(material: Material) -> Iterator[FactView]:
    for row in material.matrix.rows:
        for cell in row.cells:
            yield from (said.fact for said in cell.statements)
    for power in material.powers.cells.values():
        yield from power.facts


def _newest(facts: list[FactView]) -> str:
    newest = max((fact for fact in facts if fact.observed), key=lambda fact: str(fact.observed), default=None)
    return f"{newest.observed}, {newest.age.value}" if newest else "no day recorded"


def _least(facts: list[FactView]) -> str:
    return max((fact.confidence for fact in facts), key=_CONFIDENCE.index)
