"""Scores over the years as steps, a panel a row: the line is the score, the band where it could be."""

from __future__ import annotations

import textwrap
from typing import Any

from comity.documents.adapters.pictures.look import LINE_BREAK, Look, Size


def draw(values: list[dict[str, Any]], look: Look) -> Any:
    """Values have `row`, `year`, `share`, `low`, `high`, in percent; None is not known, and a gap in the line."""
    import altair as alt

    wide = look.size is Size.WIDE
    shown = [{**value, "row": _broken(value["row"], wide=wide)} for value in values]
    rows = list(dict.fromkeys(value["row"] for value in shown))
    years = sorted({value["year"] for value in shown})
    scale = alt.Scale(domain=[0, 100])
    axis = alt.Axis(values=[0, 50, 100], labelExpr="datum.value + ' %'")
    base = alt.Chart({"values": shown}).encode(
        x=alt.X(
            "year:Q",
            title=None,
            scale=alt.Scale(domain=[years[0], max(years[-1], years[0] + 1)], nice=False),
            axis=alt.Axis(values=years, format="d", grid=False, labelOverlap=True),
        )
    )
    band = base.mark_area(interpolate="step-after", color=look.tones["part"][0], opacity=0.5).encode(
        y=alt.Y("low:Q", title=None, scale=scale, axis=axis), y2="high:Q"
    )
    line = base.mark_line(interpolate="step-after", color=look.tones["good"][0], strokeWidth=3).encode(y="share:Q")
    point = base.mark_point(filled=True, size=45, color=look.tones["good"][0], opacity=1).encode(y="share:Q")
    header = alt.Header(
        title=None,
        labelOrient="top",
        labelAngle=0,
        labelAnchor="start",
        labelAlign="left",
        labelColor=look.ink,
        labelFontSize=12,
        labelFontWeight=600,
        labelLimit=800,
        labelPadding=4,
        labelExpr=f"split(datum.label, '{LINE_BREAK}')",
    )
    panel = alt.layer(band, line, point).properties(width=look.width + (look.margin if wide else 30), height=58)
    return panel.facet(row=alt.Row("row:N", sort=rows, header=header), spacing=8)


def _broken(name: str, *, wide: bool) -> str:
    """The name in lines that its panel has room for; the table has it too."""
    return LINE_BREAK.join(textwrap.wrap(name.replace(LINE_BREAK, "/"), 70 if wide else 34))
