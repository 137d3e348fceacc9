"""A budget burning down: three lines over months, told apart by colour, by width and by dashes."""

from __future__ import annotations

from typing import Any

from comity.documents.adapters.pictures.look import Look, Size

LINES = ("Unspent", "At an even pace", "Expected")
DASHES = ([1, 0], [2, 4], [7, 4])
WIDTHS = (3, 1.5, 2.5)


def draw(values: list[dict[str, Any]], look: Look) -> Any:
    """Values have `month` (2017-06), `line` (one of `LINES`), `amount` (None is not known, and a gap) and `unit`."""
    import altair as alt

    wide = look.size is Size.WIDE
    shown = [{**value, "month": f"{value['month']}-15"} for value in values]
    present = [line for line in LINES if any(value["line"] == line for value in shown)]
    places = [LINES.index(line) for line in present]
    colours = (look.tones["good"][0], look.soft, look.sides[1])
    unit = shown[0]["unit"] if shown else ""
    return (
        alt.Chart({"values": shown})
        .mark_line(interpolate="linear")
        .encode(
            x=alt.X(
                "month:T",
                title=None,
                axis=alt.Axis(format="%b %Y", labelOverlap="greedy", labelSeparation=12, grid=False, tickCount=8),
            ),
            y=alt.Y("amount:Q", title=f"Unspent, {unit}", axis=alt.Axis(format=",.0f", tickCount=5, domain=False)),
            color=alt.Color(
                "line:N",
                sort=present,
                scale=alt.Scale(domain=present, range=[colours[place] for place in places]),
                legend=alt.Legend(
                    symbolType="stroke", symbolSize=400, symbolStrokeWidth=3, columns=3 if wide else 1, columnPadding=24
                ),
            ),
            strokeDash=alt.StrokeDash(
                "line:N", sort=present, scale=alt.Scale(domain=present, range=[DASHES[place] for place in places])
            ),
            strokeWidth=alt.StrokeWidth(
                "line:N",
                sort=present,
                scale=alt.Scale(domain=present, range=[WIDTHS[place] for place in places]),
                legend=None,
            ),
        )
        .properties(width=560 if wide else 260, height=260 if wide else 220)
    )
