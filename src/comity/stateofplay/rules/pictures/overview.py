"""The overview as a heat map: topics down, countries across, each tile with its word. Judges by stated signs only."""

from __future__ import annotations

import re

from comity.atlas.rules.packs.country import Topic
from comity.kernel.sayable import said
from comity.kernel.words import noted, say, say_count
from comity.stateofplay.rules.matrix import NOT_KNOWN, Cell, Matrix
from comity.stateofplay.rules.pictures.picture import Drawing, Picture, Table, Tone, capital, number

MEANINGS = {
    Tone.GOOD: noted("in place, or named"),
    Tone.PART: noted("draft, or gaps in part"),
    Tone.GAP: noted("none, or gaps"),
    Tone.UNKNOWN: NOT_KNOWN,
}
HOW = noted(
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
        (
            said(row.topic.label),
            tuple(f"{word} ({said(MEANINGS[tone])})" for topic, _, tone, word in tiles if topic is row.topic),
        )
        for row in matrix.rows
    )
    return Picture(
        name="overview",
        title=finding(matrix),
        words="; ".join(f"{names[cell.country]}, {said(topic.label)}: {word}" for topic, cell, _, word in tiles),
        values=[
            {
                "row": said(topic.label),
                "column": names[cell.country],
                "tone": tone,
                "meaning": said(MEANINGS[tone]),
                "word": word,
            }
            for topic, cell, tone, word in tiles
        ],
        drawing=Drawing.GRID,
        table=Table(say("The overview in a word each"), (say("Topic"), *names.values()), rows, said(HOW)),
    )


def finding(matrix: Matrix) -> str:
    """What the overview shows, in a sentence that is true of it. What is not known is not counted as missing."""
    rows = {row.topic: [tile(cell)[0] for cell in row.cells] for row in matrix.rows}
    law, plans = rows[Topic.PROCEDURAL_LAW], rows[Topic.STRATEGIES]
    gaps = law.count(Tone.GAP) + law.count(Tone.PART)
    known = plans.count(Tone.GOOD)
    if not matrix.countries or all(tone is Tone.UNKNOWN for tones in rows.values() for tone in tones):
        return say("Nothing is recorded for this day")
    have = say_count(
        "{number} has a strategy that is in place",
        "{number} have a strategy that is in place",
        known,
        number=number(known),
    )
    return f"{_gaps(gaps, len(matrix.countries))}; {have}"


def _gaps(count: int, whole: int) -> str:
    """For so many of all countries."""
    if whole == 1:
        return (
            say("Gaps in procedural law are recorded for this country")
            if count
            else say("Gaps in procedural law are recorded for no country")
        )
    if count == whole:
        return say("Gaps in procedural law are recorded for all {whole} countries", whole=number(whole))
    if not count:
        return say("Gaps in procedural law are recorded for none of {whole} countries", whole=number(whole))
    return say(
        "Gaps in procedural law are recorded for {some} of {whole} countries", some=number(count), whole=number(whole)
    )


def tile(cell: Cell) -> tuple[Tone, str]:
    """A cell's tone and word."""
    if not cell.statements:
        return Tone.UNKNOWN, say("not known")
    if cell.disputed:
        return Tone.UNKNOWN, say("disputed")
    first = cell.entries[0].strip().lower() if cell.entries else ""
    if cell.topic is Topic.STRATEGIES:
        return _STRATEGY.get(first, Tone.UNKNOWN), capital(said(first) if first in _STRATEGY else first[:14])
    if len(cell.entries) <= 1 and first in _NOTHING | {""}:
        return (Tone.GOOD, say("no gap")) if cell.topic is Topic.PROCEDURAL_LAW else (Tone.GAP, say("none"))
    if cell.topic is Topic.PROCEDURAL_LAW:
        articles = sorted({found for entry in cell.entries for found in _ARTICLE.findall(entry)})
        only_partly = all(entry.lower().startswith(_IN_PART) for entry in cell.entries)
        word = ", ".join(articles) or say_count("{count} gap", "{count} gaps", len(cell.entries))
        return (Tone.PART, word) if only_partly else (Tone.GAP, word)
    coming = all("being set up" in entry.lower() for entry in cell.entries)
    return (Tone.PART if coming else Tone.GOOD), say_count("{count} named", "{count} named", len(cell.entries))
