"""The overview as a heat map: topics down, countries across, each tile with its word. Judges by stated signs only."""

from __future__ import annotations

import re

from comity.atlas.rules.packs.country import Topic
from comity.stateofplay.rules.matrix import NOT_KNOWN, Cell, Matrix
from comity.stateofplay.rules.pictures.picture import Drawing, Picture, Table, Tone, capital, counted, number, share

MEANINGS = {
    Tone.GOOD: "in place, or named",
    Tone.PART: "draft, or gaps in part",
    Tone.GAP: "none, or gaps",
    Tone.UNKNOWN: NOT_KNOWN,
}
HOW = (
    "A strategy is in place, a draft or missing, as observed. Of procedural law the tile names the articles with gaps; "
    "they are gaps in part where every entry says so. Of units and authorities it counts those that are named: that "
    "one is named does not say that it works."
)
_STRATEGY = {"yes": Tone.GOOD, "draft": Tone.PART, "no": Tone.GAP}
_ARTICLE = re.compile(r"\b(1[4-9]|2[01])\b")
_IN_PART = ("partial", "special powers")
_NOTHING = {"none", "no", "no gaps"}


def overview(matrix: Matrix) -> Picture:
    """The heat map of the overview."""
    names = dict(matrix.countries)
    tiles = [(row.topic, cell, *tile(cell)) for row in matrix.rows for cell in row.cells]
    rows = tuple(
        (row.topic.label, tuple(f"{word} ({MEANINGS[tone]})" for topic, _, tone, word in tiles if topic is row.topic))
        for row in matrix.rows
    )
    return Picture(
        name="overview",
        title=finding(matrix),
        words="; ".join(f"{names[cell.country]}, {topic.label}: {word}" for topic, cell, _, word in tiles),
        values=[
            {"row": topic.label, "column": names[cell.country], "tone": tone, "meaning": MEANINGS[tone], "word": word}
            for topic, cell, tone, word in tiles
        ],
        drawing=Drawing.GRID,
        table=Table("The overview in a word each", ("Topic", *names.values()), rows, HOW),
    )


def finding(matrix: Matrix) -> str:
    """What the overview shows, in a sentence that is true of it. What is not known is not counted as missing."""
    rows = {row.topic: [tile(cell)[0] for cell in row.cells] for row in matrix.rows}
    law, plans = rows[Topic.PROCEDURAL_LAW], rows[Topic.STRATEGIES]
    gaps = law.count(Tone.GAP) + law.count(Tone.PART)
    known = plans.count(Tone.GOOD)
    if not matrix.countries or all(tone is Tone.UNKNOWN for tones in rows.values() for tone in tones):
        return "Nothing is recorded for this day"
    first = f"Gaps in procedural law are recorded for {share(gaps, len(matrix.countries))}"
    return f"{first}; {number(known)} {'has' if known == 1 else 'have'} a strategy that is in place"


def tile(cell: Cell) -> tuple[Tone, str]:
    """A cell's tone and word."""
    if not cell.statements:
        return Tone.UNKNOWN, NOT_KNOWN
    if cell.disputed:
        return Tone.UNKNOWN, "disputed"
    first = cell.entries[0].strip().lower() if cell.entries else ""
    if cell.topic is Topic.STRATEGIES:
        return _STRATEGY.get(first, Tone.UNKNOWN), capital(first[:14])
    if len(cell.entries) <= 1 and first in _NOTHING | {""}:
        return (Tone.GOOD, "no gap") if cell.topic is Topic.PROCEDURAL_LAW else (Tone.GAP, "none")
    if cell.topic is Topic.PROCEDURAL_LAW:
        articles = sorted({found for entry in cell.entries for found in _ARTICLE.findall(entry)})
        only_partly = all(entry.lower().startswith(_IN_PART) for entry in cell.entries)
        said = ", ".join(articles) or counted(len(cell.entries), "gap")
        return (Tone.PART, said) if only_partly else (Tone.GAP, said)
    coming = all("being set up" in entry.lower() for entry in cell.entries)
    return (Tone.PART if coming else Tone.GOOD), f"{len(cell.entries)} named"
