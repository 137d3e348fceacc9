"""The strategic priorities as a heat map: priorities down, countries across, each tile with its share."""

from __future__ import annotations

from collections.abc import Sequence

from comity.stateofplay.rules.pictures.picture import Drawing, Picture, Table, Tone
from comity.stateofplay.rules.priorities import FORMULA, Score, Standing

TONES = {
    Standing.LARGELY: Tone.GOOD,
    Standing.HALFWAY: Tone.PART,
    Standing.HARDLY: Tone.GAP,
    Standing.UNKNOWN: Tone.UNKNOWN,
}
Rows = Sequence[tuple[str, Sequence[tuple[str, Score]]]]
"""Each priority's name, with the countries' names and scores in one order."""


def priorities_picture(rows: Rows, finding: str) -> Picture:
    """The heat map; `finding` is its title."""
    tiles = [(name, country, score) for name, scores in rows for country, score in scores]
    return Picture(
        name="priorities",
        title=finding,
        words="; ".join(f"{country}, {name}: {_said(score)}" for name, country, score in tiles),
        values=[
            {
                "row": name,
                "column": country,
                "tone": TONES[score.standing],
                "meaning": score.standing.word,
                "word": score.figure,
            }
            for name, country, score in tiles
        ],
        drawing=Drawing.GRID,
        table=Table(
            "How far each priority is met",
            ("Priority", *(country for country, _ in rows[0][1])) if rows else ("Priority",),
            tuple((name, tuple(_said(score) for _, score in scores)) for name, scores in rows),
            FORMULA,
        ),
    )


def _said(score: Score) -> str:
    """“67 %, could be 50–75 %: 1 of 4 not known”."""
    could = f", could be {score.span}" if score.share is not None and score.span else ""
    return f"{score.figure}{could}{f': {score.missing_words}' if score.missing else ''}"
