"""A grid of tiles, each with its word: a heat map that can be read without its colours."""

from __future__ import annotations

from typing import Any

from comity.documents.adapters.pictures.look import LINE_BREAK, Look, Size, wrapped
from comity.stateofplay.adapters.charts.tone import ground, letters


def draw(values: list[dict[str, Any]], look: Look) -> Any:
    """Values have `row`, `column`, `tone`, `meaning`, `word`."""
    import altair as alt

    wide = look.size is Size.WIDE
    shown = [
        {**value, "row": wrapped(value["row"].replace("/", " / "), look), "word": _broken(value["word"], wide=wide)}
        for value in values
    ]
    rows = list(dict.fromkeys(value["row"] for value in shown))
    columns = list(dict.fromkeys(value["column"] for value in shown))
    lines = sorted(row.count(LINE_BREAK) for row in rows)[len(rows) // 2] if rows else 0
    split = f"split(datum.label, '{LINE_BREAK}')"
    base = alt.Chart({"values": shown}).encode(
        x=alt.X(
            "column:N",
            sort=columns,
            title=None,
            axis=alt.Axis(orient="top", labelAngle=0 if wide else -50, ticks=False, domain=False),
        ),
        y=alt.Y(
            "row:N",
            sort=rows,
            title=None,
            axis=alt.Axis(labelExpr=split, ticks=False, domain=False, labelOffset=-7 * lines, minExtent=look.margin),
        ),
    )
    tile = base.mark_rect(stroke=look.ground, strokeWidth=3, cornerRadius=4).encode(color=ground(shown, look))
    word = base.mark_text(fontSize=12 if wide else 9.5, lineBreak=LINE_BREAK).encode(text="word:N", color=letters(look))
    return (
        alt.layer(tile, word)
        .resolve_scale(color="independent")
        .properties(width=alt.Step(92 if wide else 38), height=alt.Step(50 if wide else 54))
    )


def _broken(word: str, *, wide: bool) -> str:
    """The word in lines that its tile has room for."""
    if wide and len(word) <= _FITS:
        return word
    if "," not in word:
        return word if wide else word.replace(" ", LINE_BREAK)
    parts, line = word.split(" "), 3 if wide else 2
    return LINE_BREAK.join(" ".join(parts[first : first + line]) for first in range(0, len(parts), line))


_FITS = 12
"""Letters of a tile's line on a wide chart."""
