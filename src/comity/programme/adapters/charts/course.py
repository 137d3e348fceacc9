"""A figure over periods: the target as a step of each period, the actual as a point at its end, the baseline below."""

from __future__ import annotations

from typing import Any

from comity.documents.adapters.pictures.look import Look, Size

KINDS = ("Actual", "Target", "Baseline")


def draw(values: list[dict[str, Any]], look: Look) -> Any:
    """Values have `starts`, `ends` (places on an axis of years), `target`, `actual`, `baseline`, `unit`; None is not
    known."""
    import altair as alt

    wide = look.size is Size.WIDE
    first, last = min(value["starts"] for value in values), max(value["ends"] for value in values)
    figures = [value[name] for value in values for name in ("target", "actual", "baseline") if value[name] is not None]
    low, high = min([0.0, *figures]), max([1.0, *figures])
    room = (high - low) * 0.15
    x = alt.Scale(domain=[first, max(last, first + 0.1)], nice=False)
    y = alt.Y(
        "figure:Q",
        title=values[0]["unit"] or None,
        scale=alt.Scale(domain=[low, high + room], nice=False),
        axis=alt.Axis(tickCount=3, domain=False, format=",~f"),
    )
    years = list(range(int(first), int(last) + 2))
    axis = alt.Axis(values=years, format="d", grid=False, labelOverlap="greedy", labelSeparation=8)
    colours = [look.sides[0], look.sides[1], look.soft]
    legend = alt.Legend(orient="top", symbolType="stroke", symbolStrokeWidth=3)
    colour = alt.Color("kind:N", scale=alt.Scale(domain=list(KINDS), range=colours), legend=legend)
    shown = [
        {"kind": kind, "from": value["starts"], "to": value["ends"], "figure": value[kind.lower()]}
        for value in values
        for kind in KINDS
        if value[kind.lower()] is not None
    ]
    rules = [one for one in shown if one["kind"] != "Actual"]
    actuals = [{**one, "written": f"{one['figure']:,g}"} for one in shown if one["kind"] == "Actual"]
    rule = (
        alt.Chart({"values": rules})
        .mark_rule(strokeWidth=3)
        .encode(
            x=alt.X("from:Q", title=None, scale=x, axis=axis),
            x2="to:Q",
            y=y,
            color=colour,
            strokeDash=alt.StrokeDash(
                "kind:N", scale=alt.Scale(domain=["Target", "Baseline"], range=[[1, 0], [3, 4]]), legend=None
            ),
        )
    )
    base = alt.Chart({"values": actuals}).encode(x=alt.X("to:Q", title=None, scale=x, axis=axis), y=y, color=colour)
    layers = [rule, base.mark_line(strokeWidth=2), base.mark_point(filled=True, size=60, opacity=1)]
    if len(actuals) <= (12 if wide else 6):
        rim = base.mark_text(dy=-11, fontSize=12, fontWeight=600, stroke=look.ground, strokeWidth=4)
        number = base.mark_text(dy=-11, fontSize=12, fontWeight=600)
        layers += [mark.encode(text="written:N", color=alt.value(look.ink)) for mark in (rim, number)]
    return alt.layer(*layers).properties(width=470 if wide else 230, height=200 if wide else 110)
