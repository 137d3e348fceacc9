"""Countries as tiles of one size in a scheme of places. No borders: some here are disputed."""

from __future__ import annotations

from typing import Any

from comity.documents.adapters.pictures.look import LINE_BREAK, Look, Size
from comity.stateofplay.adapters.charts.tone import ground, letters


def draw(values: list[dict[str, Any]], look: Look) -> Any:
    """Values have `name`, `column`, `row`, `tone`, `meaning`, `word`."""
    import altair as alt

    wide = look.size is Size.WIDE
    shown = [{**value, "word": value["word"].replace(", ", LINE_BREAK)} for value in values]
    base = alt.Chart({"values": shown}).encode(x=alt.X("column:O", axis=None), y=alt.Y("row:O", axis=None))
    tile = base.mark_rect(stroke=look.ground, strokeWidth=4, cornerRadius=6).encode(color=ground(shown, look))
    name = base.mark_text(fontSize=13 if wide else 11, fontWeight=600, dy=-17).encode(
        text="name:N", color=letters(look)
    )
    word = base.mark_text(fontSize=12 if wide else 10, dy=3, lineBreak=LINE_BREAK).encode(
        text="word:N", color=letters(look)
    )
    return (
        alt.layer(tile, name, word)
        .resolve_scale(color="independent")
        .properties(width=alt.Step(108 if wide else 78), height=alt.Step(76 if wide else 70))
    )
