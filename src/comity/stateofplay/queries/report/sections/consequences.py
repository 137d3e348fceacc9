"""Gaps with their consequences: which requests cannot be had, or take a detour, because a power is missing."""

from __future__ import annotations

from comity.stateofplay.queries.report.material import Material
from comity.stateofplay.rules.pictures.consequences import NOTE, consequences_picture
from comity.stateofplay.rules.report import Block, Bullets, Figure, Grid, Paragraph, Section

FEW, MANY = 4, 12


def section(material: Material) -> Section | None:
    found = [one for one in material.consequences if one.closed or one.detours]
    if not material.consequences:
        return None
    says = Bullets(tuple(one.says for one in found[: FEW if material.short else MANY]))
    picture = consequences_picture(material.consequences)
    blocks: list[Block] = [Figure(picture, 88)] if not picture.empty else []
    if says.items:
        blocks.append(says)
    if not material.short:
        blocks = [Paragraph(NOTE), *blocks, Grid(picture.table)]
    return Section("What the gaps do to requests", tuple(blocks), page=material.short)
