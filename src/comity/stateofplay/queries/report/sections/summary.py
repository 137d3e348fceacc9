"""What the report says, in a handful of sentences that each stand on their own."""

from __future__ import annotations

from collections.abc import Iterator

from comity.atlas.queries.fact import Age
from comity.atlas.rules.packs.country import Topic
from comity.stateofplay.queries.report.material import Material
from comity.stateofplay.rules.pictures.consequences import consequences_finding
from comity.stateofplay.rules.pictures.overview import finding, tile
from comity.stateofplay.rules.pictures.picture import Tone, capital, listed, number
from comity.stateofplay.rules.pictures.powers import per_article, per_country, tiles
from comity.stateofplay.rules.report import Bullets, Section


def section(material: Material) -> Section:
    return Section("In short", (Bullets(tuple(_sentences(material))),))


def _sentences(material: Material) -> Iterator[str]:
    yield f"{finding(material.matrix)}."
    if strategies := _strategies(material):
        yield strategies
    yield f"{tiles(material.powers).title}."
    yield f"{per_article(material.powers).title}."
    if not material.short:
        yield f"{per_country(material.powers).title}."
    yield f"{consequences_finding(material.consequences)}."
    if material.priorities and material.priorities.countries:
        yield f"Strategic priorities. {material.priorities.finding}."
    yield _age(material)


def _strategies(material: Material) -> str:
    names = dict(material.matrix.countries)
    row = next(row for row in material.matrix.rows if row.topic is Topic.STRATEGIES)
    found: dict[Tone, list[str]] = {}
    for cell in row.cells:
        found.setdefault(tile(cell)[0], []).append(names[cell.country])
    words = {Tone.GOOD: "a strategy", Tone.PART: "a draft", Tone.GAP: "none"}
    parts = [
        f"{listed(found[tone])} {'has' if len(found[tone]) == 1 else 'have'} {what}"
        for tone, what in words.items()
        if tone in found
    ]
    if Tone.UNKNOWN in found:
        parts.append(f"of {listed(found[Tone.UNKNOWN])} it is not known")
    return f"Strategies and action plans: {'; '.join(parts)}." if set(found) != {Tone.UNKNOWN} else ""


def _age(material: Material) -> str:
    ages = [
        max((said.fact.age for said in cell.statements), key=list(Age).index)
        for row in material.matrix.rows
        for cell in row.cells
        if cell.statements
    ]
    cells = sum(len(row.cells) for row in material.matrix.rows)
    old = sum(age is Age.STALE for age in ages)
    if not ages:
        return "Nothing of this is recorded for this day: what is not known is not a gap, and not its absence."
    known = "All" if len(ages) == cells else capital(number(len(ages))) + " of"
    rest = f"{number(old) if old else 'none'} of them {'rests' if old <= 1 else 'rest'}"
    advice = ": verify before use" if old else ""
    return f"{known} {cells} cells of the overview are known; {rest} on observations older than five years{advice}."
